package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.function.UnaryOperator;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.BrakeBook;
import org.roster.scim.spi.BrakeState;

/** Keeps what the brake knows in the table {@code scim_brake}. */
@ApplicationScoped
public class JpaBrakeBook implements BrakeBook {

    private final Retries retries;

    /** For the CDI proxy. */
    protected JpaBrakeBook() {
        this(new NoTransactions());
    }

    /**
     * Makes the book.
     *
     * @param transactions runs the work
     */
    @Inject
    public JpaBrakeBook(Transactions transactions) {
        this.retries = new Retries(transactions);
    }

    @Override
    public BrakeState read(String tenant, String resourceType) {
        return retries.read(em -> new BrakeTable(em, tenant, resourceType).read());
    }

    @Override
    public BrakeState change(String tenant, String resourceType, UnaryOperator<BrakeState> change) {
        return retries.call(em -> change(em, tenant, resourceType, change));
    }

    @Override
    public void overrule(String tenant, String resourceType, UnaryOperator<BrakeState> state, Attempt act) {
        retries.call(em -> {
            AuditTable.insert(em, act);
            return change(em, tenant, resourceType, state);
        });
    }

    private static BrakeState change(
            EntityManager em, String tenant, String resourceType, UnaryOperator<BrakeState> change) {
        BrakeTable table = new BrakeTable(em, tenant, resourceType);
        BrakeState before = table.lock();
        table.write(change.apply(before));
        return before;
    }
}

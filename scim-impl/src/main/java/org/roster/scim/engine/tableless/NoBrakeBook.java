package org.roster.scim.engine.tableless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.BrakeBook;
import org.roster.scim.spi.BrakeState;
import org.roster.scim.spi.ServiceStarting;

/** Counts nothing for the brake, and says so to whoever has switched it on. */
@ApplicationScoped
public class NoBrakeBook implements BrakeBook {

    private static final System.Logger LOG = System.getLogger(NoBrakeBook.class.getName());

    private final String wanted;

    /** For the CDI proxy. */
    protected NoBrakeBook() {
        this.wanted = "off";
    }

    /**
     * Makes the book.
     *
     * @param configuration says whether a brake is wanted
     */
    @Inject
    public NoBrakeBook(Configuration configuration) {
        this.wanted = configuration.brake();
    }

    void tell(@Observes ServiceStarting start) {
        if (!wanted.equals("off")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM11802 roster.brake is {0}, but this deployment has no persistence unit scim, in whose tables the brake "
                            + "counts. Nothing is held back here",
                    wanted);
        }
    }

    @Override
    public BrakeState read(String tenant, String resourceType) {
        return BrakeState.NEW;
    }

    @Override
    public BrakeState change(String tenant, String resourceType, UnaryOperator<BrakeState> change) {
        throw WithoutTables.refusal("changes of the brake");
    }

    @Override
    public void overrule(String tenant, String resourceType, UnaryOperator<BrakeState> state, Attempt act) {
        throw WithoutTables.refusal("changes of the brake");
    }
}

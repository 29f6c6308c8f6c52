package org.roster.scim.it.event;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange.Kind;
import org.roster.scim.event.ResourceChanged;
import org.roster.scim.event.ResourceChanging;
import org.roster.scim.model.EnterpriseUser;
import org.roster.scim.model.User;
import org.roster.scim.spi.ServiceStarting;

/** A product that pays people: it keeps notes of them, and wants a number for each. */
@ApplicationScoped
public class Payroll {

    static final String TROUBLE = "Trouble";

    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @PersistenceContext(unitName = "scim")
    private @Nullable EntityManager entityManager;

    private EntityManager entities() {
        return Optional.ofNullable(entityManager).orElseThrow();
    }

    @Transactional
    public void makeTheTable(@Observes ServiceStarting start) {
        entities()
                .createNativeQuery("create table if not exists payroll_note (note varchar(200))")
                .executeUpdate();
    }

    public void write(@Observes @Priority(100) ResourceChanging event) {
        entities()
                .createNativeQuery("insert into payroll_note (note) values (?1)")
                .setParameter(
                        1,
                        event.change().kind() + " " + event.change().resource().id())
                .executeUpdate();
    }

    public void wantNumber(@Observes @Priority(200) ResourceChanging event) {
        if (event.change().type().name().equals("User") && event.change().kind() != Kind.DELETED) {
            User user = User.of(event.change().resource());
            if (user.extension(EnterpriseUser.SCHEMA, EnterpriseUser.class)
                    .flatMap(EnterpriseUser::employeeNumber)
                    .isEmpty()) {
                throw ScimException.invalidValue("employeeNumber: the payroll needs one for each user");
            }
        }
    }

    public void listen(@Observes ResourceChanged event) {
        if (event.change().resource().text("title").equals(Optional.of(TROUBLE))) {
            throw new IllegalStateException("the payroll is in trouble");
        }
        told.add(event.change().kind() + " " + event.change().resource().id() + " by request "
                + event.change().context().requestId());
    }

    List<String> told() {
        return List.copyOf(told);
    }

    @Transactional
    public List<?> notes() {
        return entities().createNativeQuery("select note from payroll_note").getResultList();
    }
}

package org.roster.scim.engine.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit {@code scim} at work. The deployment that has it hands it over:
 *
 * <pre>{@code
 * @PersistenceContext(unitName = "scim")
 * private EntityManager entityManager;
 *
 * @Produces
 * @Named("scim.directory")
 * EntityManager entityManager() {
 *     return entityManager;
 * }
 * }</pre>
 *
 * <p>By a method, because CDI allows no name at a field that is a resource.
 *
 * <p>It cannot be injected here. GlassFish and Payara resolve the annotations of each class in a deployment, whether CDI knows
 * it or not, and would refuse a product that has no such unit.
 */
@ApplicationScoped
public class DirectoryUnit {

    /** What the EntityManager is called among the beans. */
    public static final String NAME = "scim.directory";

    /**
     * EclipseLink would ask the pool for a connection for each statement, and a pool may ask the database each time whether the
     * connection still works. Other providers do not know these and ignore them.
     */
    private static final Map<String, String> ONE_CONNECTION = Map.of(
            "eclipselink.jdbc.exclusive-connection.mode", "Always",
            "eclipselink.jdbc.exclusive-connection.is-lazy", "false");

    private final @Nullable EntityManager entityManager;

    private volatile @Nullable EntityManagerFactory factory;

    /** For the CDI proxy. */
    protected DirectoryUnit() {
        this.entityManager = null;
    }

    /**
     * Takes the EntityManager.
     *
     * @param entityManagers those of that name
     * @throws IllegalStateException if the deployment hands over none, or several
     */
    @Inject
    public DirectoryUnit(@Named(NAME) Instance<EntityManager> entityManagers) {
        if (!entityManagers.isResolvable()) {
            throw new IllegalStateException(
                    "SCIM11701 The deployment has the persistence unit scim, and with it the directory,"
                            + " but not one bean for its EntityManager. Produce it: @Produces @Named(\"" + NAME
                            + "\") @PersistenceContext(unitName = \"scim\") EntityManager entityManager;");
        }
        this.entityManager = entityManagers.get();
    }

    /**
     * The EntityManager of the transaction that this thread is in.
     *
     * @return shared; not to be closed
     */
    public EntityManager entityManager() {
        return Optional.ofNullable(entityManager)
                .orElseThrow(() -> new IllegalStateException("the persistence unit scim was not injected"));
    }

    /**
     * An EntityManager of one's own, for reading without a transaction. It has one connection from its first statement until it is
     * closed, so nothing that needs another one may be done meanwhile.
     *
     * @return new; the caller closes it
     */
    public EntityManager newEntityManager() {
        @Nullable EntityManagerFactory known = factory;
        if (known == null) {
            known = entityManager().getEntityManagerFactory();
            factory = known;
        }
        return known.createEntityManager(ONE_CONNECTION);
    }
}

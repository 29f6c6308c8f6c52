package org.roster.scim.engine.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.ServiceStarting;
import org.roster.scim.spi.SessionRevoker;

/** Tells every revoker of the product, and is none of them itself. */
@ApplicationScoped
@Typed(Sessions.class)
public class Sessions implements SessionRevoker {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final List<SessionRevoker> revokers;

    /** For the CDI proxy. */
    protected Sessions() {
        this(List.of());
    }

    /**
     * Takes every revoker that CDI knows.
     *
     * @param revokers beans of type {@link SessionRevoker}
     */
    @Inject
    public Sessions(@Any Instance<SessionRevoker> revokers) {
        this(revokers.stream().toList());
    }

    private Sessions(List<? extends SessionRevoker> revokers) {
        this.revokers = List.copyOf(revokers);
    }

    /**
     * Takes revokers as given.
     *
     * @param revokers all are called
     * @return the sessions
     */
    public static Sessions of(List<? extends SessionRevoker> revokers) {
        return new Sessions(revokers);
    }

    /** A revoker that cannot be made stops the start, and not the first request that needs it. */
    void begin(@Observes ServiceStarting start) {
        LOG.log(System.Logger.Level.DEBUG, "SCIM10002 {0} session revokers", revokers.size());
    }

    /** Calls all revokers. What has happened has happened, so none of them can stop it any more. */
    @Override
    public void revoke(Revocation revocation) {
        for (SessionRevoker revoker : revokers) {
            try {
                revoker.revoke(revocation);
            } catch (RuntimeException failure) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "SCIM10001 The sessions of user " + revocation.id() + " may go on: a session revoker failed",
                        failure);
            }
        }
    }
}

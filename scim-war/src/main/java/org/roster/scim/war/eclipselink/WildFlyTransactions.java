package org.roster.scim.war.eclipselink;

import jakarta.transaction.TransactionManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.platform.server.NoServerPlatform;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.transaction.JTATransactionController;

/**
 * Shows EclipseLink the transaction manager of WildFly. EclipseLink detects other servers by itself, but not this one, and
 * a setting that names WildFly would break it on the others.
 */
final class WildFlyTransactions {

    private static final String NAME = "java:jboss/TransactionManager";

    void customize(Session session) {
        if (session instanceof DatabaseSession database && database.getServerPlatform() instanceof NoServerPlatform) {
            lookUp();
        }
    }

    @SuppressWarnings("BanJNDI") // the name is a constant
    private static void lookUp() {
        try {
            JTATransactionController.setDefaultTransactionManager(
                    (TransactionManager) new InitialContext().lookup(NAME));
        } catch (NamingException notWildFly) {
            // Another server without a platform of its own; EclipseLink goes on as it would have.
            System.getLogger(WildFlyTransactions.class.getName())
                    .log(System.Logger.Level.DEBUG, "SCIM06001 There is no " + NAME, notWildFly);
        }
    }
}

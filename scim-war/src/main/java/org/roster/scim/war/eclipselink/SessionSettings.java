package org.roster.scim.war.eclipselink;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What no property of persistence.xml can say to EclipseLink. */
public class SessionSettings implements SessionCustomizer {

    private final WildFlyTransactions transactions = new WildFlyTransactions();

    @Override
    public void customize(Session session) {
        transactions.customize(session);
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            // Else it tries a query four times, five seconds apart, when the database does not answer. The store tries
            // again by itself, and sooner.
            login.setQueryRetryAttemptCount(0);
        }
    }
}

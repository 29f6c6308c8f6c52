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
            // EclipseLink would try a query four times with five seconds in between when the database does not answer;
            // the
            // store tries again by itself, and its client shall hear of it before it gives up.
            login.setQueryRetryAttemptCount(0);
        }
    }
}

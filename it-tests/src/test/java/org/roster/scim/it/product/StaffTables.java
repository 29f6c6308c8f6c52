package org.roster.scim.it.product;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the product's own tables to its own version. */
@WebListener
public class StaffTables implements ServletContextListener {

    @Override
    @SuppressWarnings("BanJNDI")
    public void contextInitialized(ServletContextEvent event) {
        try {
            Flyway.configure(StaffTables.class.getClassLoader())
                    .dataSource((DataSource) new InitialContext().lookup("java:comp/DefaultDataSource"))
                    .locations("classpath:org/roster/scim/it/product/migration")
                    .table("staff_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (NamingException e) {
            throw new IllegalStateException("the staff desk has no database", e);
        }
    }
}

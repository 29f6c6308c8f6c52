package org.roster.scim.it.badinput;

import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.ShippedWar;

/** Bad input on a server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BadInputIT implements BadInputContract {
    private Fixture fixture;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @BeforeEach
    void create_something_to_aim_at() {
        fixture = new Fixture();
    }

    @AfterEach
    void clear() {
        fixture.clear();
    }

    @Override
    public Fixture fixture() {
        return fixture;
    }

    @TestFactory
    @Tag("P-2-01")
    @Tag("P-2-02")
    @Tag("P-2.2-01")
    Stream<DynamicTest> a_caller_who_may_not() {
        return refused(BadCredentials.all());
    }

    /** The reference in memory sorts by members as by anything else. */
    @TestFactory
    Stream<DynamicTest> an_order_that_the_directory_does_not_have() {
        return refused(BadQueries.ordersOfMembers());
    }
}

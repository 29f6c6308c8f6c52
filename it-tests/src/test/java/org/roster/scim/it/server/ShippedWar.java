package org.roster.scim.it.server;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built; a stand-in until the real one is merged. */
public final class ShippedWar {
    private ShippedWar() {}

    public static WebArchive deployment() {
        throw new UnsupportedOperationException();
    }
}

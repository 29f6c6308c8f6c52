package org.roster.scim.it.server;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR under test: the file that is shipped, imported and not rebuilt. */
public final class ShippedWar {

    private ShippedWar() {}

    /** The WAR as shipped, named {@code scim.war} so that every server puts it at {@code /scim}. */
    public static WebArchive deployment() {
        File war = new File(TestProperty.required("scim.war"));
        if (!war.isFile()) {
            throw new IllegalStateException(war + " is missing: build scim-war first, such as by mvn package");
        }
        return ShrinkWrap.create(ZipImporter.class, "scim.war").importFrom(war).as(WebArchive.class);
    }

    /**
     * The WAR as shipped, and beside its classes those of an in-container test, with AssertJ and {@link Lane}.
     *
     * @param tests the test class and what it uses; nested classes come along
     */
    public static WebArchive withTests(Class<?>... tests) {
        String lane = TestProperty.forInside(
                "lane.name", "arquillian.launch", "lane.database", "lane.provider", "lane.directory");
        return deployment()
                .addClasses(tests)
                .addClasses(Lane.class, TestProperty.class)
                .addAsResource(new StringAsset(lane), TestProperty.FILE)
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no jar file holds " + type, e);
        }
    }
}

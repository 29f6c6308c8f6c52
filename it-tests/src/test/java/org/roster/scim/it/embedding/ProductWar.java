package org.roster.scim.it.embedding;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullMarked;
import org.roster.scim.engine.boot.ScimApplication;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.product.Account;
import org.roster.scim.it.product.api.Api;
import org.roster.scim.it.product.scim.Scim;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;
import org.roster.scim.resource.ScimResource;

/** The product as its company builds it: its classes, and in {@code WEB-INF/lib} what it depends on. */
final class ProductWar {
    static final String NAME = "staff";

    private static final String ECLIPSELINK_ON_WILDFLY = """
            <property name="eclipselink.session.customizer" value="org.roster.scim.war.eclipselink.SessionSettings"/>
            <property name="jboss.as.jpa.providerModule" value="application"/>
            <property name="jboss.as.jpa.classtransformer" value="false"/>
            """;

    private ProductWar() {}

    static WebArchive deployment() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, NAME + ".war")
                .addPackages(false, Account.class.getPackage(), Api.class.getPackage(), Scim.class.getPackage())
                .addAsResource("org/roster/scim/it/product/migration/V1__staff.sql")
                .addAsWebResource("product/index.html", "index.html")
                .setWebXML("product/web.xml")
                .addAsLibraries(
                        jarOf(ScimApplication.class),
                        jarOf(ScimResource.class),
                        jarOf(NullMarked.class),
                        jarOf(Flyway.class),
                        jarOf(PostgreSQLDatabaseType.class));
        return withProvider(war);
    }

    /** On WildFly with EclipseLink the product brings it, as the shipped WAR does. */
    private static WebArchive withProvider(WebArchive war) {
        String persistence = text("product/persistence.xml");
        boolean own = Lane.current().provider() == Lane.Provider.ECLIPSELINK
                && Lane.current().server() == Lane.Server.WILDFLY;
        if (own) {
            Map<ArchivePath, Node> eclipselink = ShippedWar.deployment()
                    .getContent(
                            path -> path.get()
                                    .matches(
                                            "/WEB-INF/lib/org\\.eclipse\\..*|/WEB-INF/classes/org/roster/scim/war/eclipselink/.*\\.class"));
            eclipselink.forEach((path, node) -> war.add(node.getAsset(), path));
            persistence = persistence
                    .replace(
                            "<!-- provider -->", "<provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>")
                    .replace("<!-- properties -->", ECLIPSELINK_ON_WILDFLY);
        }
        return war.addAsResource(new StringAsset(persistence), "META-INF/persistence.xml");
    }

    private static String text(String resource) {
        try (InputStream in = new ClassLoaderAsset(resource).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of the product that shows no credential; paths begin at its context root. */
    static ScimHttp client() {
        URI root = RosterServer.current().baseUrl().resolve("/" + NAME);
        return ScimHttp.anonymous().at(root.toString());
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

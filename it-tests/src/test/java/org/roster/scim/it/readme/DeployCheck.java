package org.roster.scim.it.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RosterServer;

/**
 * The shipped scripts, called as the README calls them, on servers as they are unpacked, with ports of their own: then
 * the administrator of the realm and the bearer token get in, PostgreSQL has what they wrote, and the log of Payara's HTTP
 * at its loudest has none of their secrets.
 */
class DeployCheck {

    static final String SCRIPTS = "scim-war/src/main/scripts/";

    private static final String TOKEN = "token-of-the-identity-provider";
    private static final String PASSWORD = "with-$igns-&-a-\\-slash";

    private static EmbeddedPostgres postgres;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int ports = Ports.hundred();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void the_script_for_wildfly_lets_in_the_administrator_and_the_token() throws Exception {
        Path home = ServerCopy.of(Path.of(System.getProperty("wildfly.home")), folder.resolve("wildfly"));
        Shell shell = shell("wildfly", Map.of("WILDFLY_HOME", home.toString()));
        shell.run(Readme.ofProject().command(SCRIPTS + "wildfly/deploy.sh"));

        String addresses = "-b 127.0.0.1 -Djboss.http.port=" + (ports + 80) + " -Djboss.https.port=" + (ports + 43)
                + " -Djboss.management.http.port=" + (ports + 90);
        Process server = shell.start("exec \"$WILDFLY_HOME/bin/standalone.sh\" " + addresses, folder.resolve("log"));
        try {
            letsIn("wildfly");
        } finally {
            Shell.end(server);
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void the_script_for_payara_lets_in_the_administrator_and_the_token() throws Exception {
        Shell shell = shell(
                "payara",
                Map.of(
                        "PAYARA_HOME", System.getProperty("payara.home"),
                        "AS_ADMIN_PORT", Integer.toString(ports + 48)));
        String asadmin = "\"$PAYARA_HOME/bin/asadmin\" ";
        String domain = " --domaindir '" + folder.resolve("domains") + "' ";
        shell.run(asadmin + "create-domain --nopassword --portbase " + ports + domain + "roster");
        keepToLoopback(folder.resolve("domains/roster/config/domain.xml"));
        try {
            shell.run(asadmin + "start-domain" + domain + "roster");
            shell.run(Readme.ofProject().command(SCRIPTS + "payara/deploy.sh"));
            shell.run(asadmin + "set-log-levels org.glassfish.grizzly=ALL");
            letsIn("payara");
        } finally {
            shell.run(asadmin + "stop-domain" + domain + "roster");
        }
        assertThat(logs(folder.resolve("domains/roster/logs")))
                .contains("org.glassfish.grizzly")
                .doesNotContain(TOKEN, PASSWORD, base64("scim-admin:" + PASSWORD));
    }

    /** What an operator has set before calling a script, and before starting the server. */
    private Shell shell(String database, Map<String, String> server) throws Exception {
        execute("create database " + database);
        Path driver = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, String> variables = new HashMap<>(server);
        // A dozen JVMs start, and none lives for long.
        variables.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        variables.put("POSTGRESQL_JAR", driver.toString());
        variables.put("ROSTER_ADMIN_PASSWORD", PASSWORD);
        variables.put("ROSTER_BOOTSTRAP_TOKEN", TOKEN);
        variables.put("ROSTER_DB_URL", postgres.getJdbcUrl("postgres", database));
        variables.put("ROSTER_DB_HOST", "127.0.0.1");
        variables.put("ROSTER_DB_PORT", Integer.toString(postgres.getPort()));
        variables.put("ROSTER_DB_NAME", database);
        variables.put("ROSTER_DB_USER", "postgres");
        variables.put("ROSTER_DB_PASSWORD", "postgres");
        return new Shell(Readme.PROJECT.toRealPath(), folder, variables);
    }

    private void letsIn(String database) throws SQLException {
        RosterServer roster = new RosterServer(URI.create("http://127.0.0.1:" + (ports + 80) + "/scim/v2"), TOKEN);
        roster.awaitAnswer();
        ScimHttp scim = ScimHttp.of(roster);
        scim.get("/Users").expectError(401);
        scim.claimingToBe("scim-admin", "a guess").get("/Users").expectError(401);
        scim.claimingToBe("scim-admin", PASSWORD).post("/Users", aUser().json()).expect(201);
        assertThat(scim.with("Authorization", roster.bearer())
                        .get("/Users")
                        .expect(200)
                        .totalResults())
                .isEqualTo(1);
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from scim_resource")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    /** The log of the server, also what Payara has put aside because it was long. */
    private static String logs(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "server.log*")) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static String base64(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    /** The domain as Payara makes it listens on all interfaces, and its data grid looks for others. */
    private static void keepToLoopback(Path configuration) throws IOException {
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                        .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                        .replace(
                                "<hazelcast-config-specific-configuration>",
                                "<hazelcast-config-specific-configuration enabled=\"false\">"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

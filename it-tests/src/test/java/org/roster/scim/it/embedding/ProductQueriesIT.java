package org.roster.scim.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.SqlStatement;
import org.roster.scim.it.server.StatementLog;

/**
 * The queries that identity providers send, on the tables of the product: with 100,000 accounts and the indexes of the guide,
 * {@code scim-api/README.md}, each finds its rows by an index, and the guide shows what they become. Statements and plans are in
 * {@code target/statements} for people to read.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("postgresql")
class ProductQueriesIT {

    private final ScimHttp scim = ProductWar.client()
            .at(ProductWar.client().baseUrl() + "/scim/v2")
            .with("Authorization", RosterServer.current().bearer());

    @Deployment(testable = false)
    static WebArchive product() {
        return ProductWar.deployment();
    }

    @Test
    void the_usual_queries_use_indexes() throws SQLException, IOException {
        Guide guide = Guide.read();
        Map<String, String> requests = requests();
        Map<String, List<SqlStatement>> statements = new LinkedHashMap<>();
        try (StatementLog log = StatementLog.start()) {
            int seen = 0;
            for (Map.Entry<String, String> request : requests.entrySet()) {
                scim.get(request.getValue()).expect(200);
                List<SqlStatement> all = log.statements();
                statements.put(request.getKey(), List.copyOf(all.subList(seen, all.size())));
                seen = all.size();
            }
        }
        StringBuilder report = new StringBuilder();
        try (StaffCrowd crowd = new StaffCrowd(guide.indexes())) {
            statements.forEach((request, made) -> {
                report.append(request).append('\n');
                assertThat(made).as(request).isNotEmpty();
                made.forEach(statement -> report.append('\n')
                        .append(statement.shape())
                        .append('\n')
                        .append(String.join("\n", crowd.plan(statement)).indent(4)));
                report.append('\n');
            });
            Path file = Path.of("target/statements", "product-" + Lane.current().name() + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, report);
            statements.forEach((request, made) -> assertThat(made)
                    // Whoever wants to know how many there are has them counted.
                    .filteredOn(statement -> !statement.text().contains("count("))
                    .as(request)
                    .isNotEmpty()
                    .allSatisfy(statement -> assertThat(crowd.plan(statement))
                            .as(statement.text())
                            .noneMatch(line -> line.contains("Seq Scan on staff_account")
                                    || line.contains("Seq Scan on staff_team"))
                            .anyMatch(line -> line.contains("Index"))));
        }
        if (Lane.current().provider() == Lane.Provider.ECLIPSELINK) {
            String shapes = statements.values().stream()
                    .flatMap(List::stream)
                    .map(SqlStatement::shape)
                    .collect(Collectors.joining("\n"));
            assertThat(guide.conditions())
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(condition -> assertThat(shapes).contains(condition));
        }
    }

    private Map<String, String> requests() {
        String login = "q-" + UUID.randomUUID();
        String user = scim.post(
                        "/Users", aUser().named(login).with("externalId", login).json())
                .expect(201)
                .id();
        String group =
                scim.post("/Groups", aGroup().named(login).json()).expect(201).id();
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("GET /Users/{id}", "/Users/" + user);
        filtered(requests, "/Users", "userName eq \"" + login + "\"");
        filtered(requests, "/Users", "externalId eq \"" + login + "\"");
        filtered(requests, "/Users", "emails[type eq \"work\" and value eq \"a@example.com\"]");
        filtered(requests, "/Users", "emails.value eq \"a@example.com\"");
        filtered(requests, "/Users", "meta.lastModified gt \"2035-01-01T00:00:00Z\"");
        filtered(requests, "/Groups", "displayName eq \"" + login + "\"");
        filtered(requests, "/Groups", "externalId eq \"" + login + "\"");
        filtered(requests, "/Groups", "id eq \"" + group + "\" and members eq \"" + user + "\"");
        requests.put("GET /Users?startIndex=1&count=100", target("/Users", "startIndex", "1", "count", "100"));
        return requests;
    }

    private static void filtered(Map<String, String> requests, String endpoint, String filter) {
        requests.put("GET " + endpoint + "?filter=" + filter, target(endpoint, "filter", filter));
    }
}

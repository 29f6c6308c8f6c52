package org.roster.scim.engine.projection;

import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/**
 * What it costs to write a page of users into an answer: {@code mvn test -Dtest=RenderingCost} writes
 * {@code target/rendering.md}. CPU time of the thread. No test of the build looks at it.
 */
@Timeout(300)
class RenderingCost {

    private static final int PAGE = 100;
    private static final int PAGES = 400;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void of_a_page() throws IOException {
        ResourceRenderer renderer = new ResourceRenderer(REGISTRY, "https://scim.example.org/v2", new Shapes());
        double[] rounds = new double[9];
        int length = 0;
        for (int round = -5; round < rounds.length; round++) {
            List<String> texts = texts(round);
            long before = THREADS.getCurrentThreadCpuTime();
            for (int page = 0; page < PAGES; page++) {
                JsonBuffer out = new JsonBuffer(PAGE * 2800);
                Rendering rendering = renderer.into(out);
                for (int i = 0; i < PAGE; i++) {
                    Meta meta = new Meta(
                            "User", Instant.ofEpochMilli(1_700_000_000_000L + i), Instant.ofEpochMilli(i), "7");
                    rendering.append(
                            ScimResource.ofText("01890000-0000-7000-8000-000000000001", meta, texts.get(i)),
                            USER,
                            Projection.DEFAULT);
                }
                length = out.toBytes().length;
            }
            if (round >= 0) {
                rounds[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / PAGES;
            }
        }
        Arrays.sort(rounds);
        Files.write(
                Path.of("target", "rendering.md"),
                List.of(String.format(
                        Locale.ROOT,
                        "%d users, %d bytes: %.0f microseconds of CPU (%.0f to %.0f)",
                        PAGE,
                        length,
                        rounds[rounds.length / 2],
                        rounds[0],
                        rounds[rounds.length - 1])));
    }

    private static List<String> texts(int round) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            StringBuilder groups = new StringBuilder();
            for (int g = 0; g < 5; g++) {
                groups.append(g == 0 ? "" : ",")
                        .append("{\"value\":\"")
                        .append(new UUID(i * 31L + g, round))
                        .append("\",\"display\":\"Team ")
                        .append(i)
                        .append("\",\"type\":\"direct\"}");
            }
            texts.add(String.format(Locale.ROOT, """
                    {"externalId":"%1$s","userName":"%2$s@fabrikam.example",\
                    "name":{"formatted":"Ilse %2$s","familyName":"%2$s","givenName":"Ilse"},\
                    "displayName":"Ilse %2$s","nickName":"Ilse",\
                    "profileUrl":"https://people.fabrikam.example/%1$s","title":"Senior Engineer","userType":"Employee",\
                    "preferredLanguage":"de-DE","locale":"de-DE","timezone":"Europe/Berlin","active":true,\
                    "emails":[{"value":"%2$s","type":"work","primary":true},\
                    {"value":"%2$s@home.example","type":"home"}],\
                    "phoneNumbers":[{"value":"+49 341 5512345","type":"work"},{"value":"+49 151 5512345","type":"mobile"}],\
                    "addresses":[{"type":"work","streetAddress":"12 Harbour Street, Building 5","locality":"Leipzig",\
                    "region":"Central","postalCode":"12345","country":"DE","primary":true,\
                    "formatted":"12 Harbour Street, Building 5\\n12345 Leipzig\\nGermany"},\
                    {"type":"home","streetAddress":"12 Chestnut Lane","locality":"Leipzig","region":"Central",\
                    "postalCode":"12345","country":"DE","formatted":"12 Chestnut Lane\\n12345 Leipzig\\nGermany"}],\
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"%2$s",\
                    "costCenter":"CC-1","organization":"Fabrikam Shipping and Logistics","division":"Division 1",\
                    "department":"Department 1","manager":{"value":"%1$s"}},"groups":[%3$s]}""", new UUID(i, round), "bagadaba" + i, groups));
        }
        return texts;
    }
}

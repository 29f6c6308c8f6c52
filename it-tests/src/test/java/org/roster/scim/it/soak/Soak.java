package org.roster.scim.it.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the stories one after another and writes {@code target/soak/results.md}. The profile calls it. */
public final class Soak {

    private static final Map<String, Story> STORIES = Map.of(
            "racing", new Racing(),
            "walking", new Walking(),
            "crashing", new Crashing(),
            "outage", new Outage());

    private Soak() {}

    /** Takes its settings from system properties; ends with an error if anything was not as it must be. */
    public static void main(String[] args) throws IOException, SQLException {
        Files.createDirectories(Settings.output());
        List<String> page = new ArrayList<>(List.of("# Soak of " + LocalDate.now(ZoneOffset.UTC), ""));
        page.add("Two WildFly on one PostgreSQL, fsync on.");
        int violations = 0;
        for (String name : Settings.only()) {
            Story story = STORIES.get(name);
            if (story == null) {
                throw new IllegalArgumentException("no story " + name + "; there are " + STORIES.keySet());
            }
            System.out.println("--- " + name);
            Findings findings = new Findings();
            long start = System.nanoTime();
            try {
                story.tell(findings);
            } finally {
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                page.addAll(List.of("", "## " + name + ", " + seconds + " s", ""));
                page.addAll(findings.table());
                Files.write(Settings.output().resolve("results.md"), page);
            }
            violations += findings.violations();
        }
        if (violations > 0) {
            throw new IllegalStateException(violations + " violations, see " + Settings.output() + "/results.md");
        }
    }
}

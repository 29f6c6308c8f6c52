package org.roster.scim.it.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.SqlStatement;

/** The statements of requests with the plans of PostgreSQL, as a file of the lane. */
final class StatementReport {

    private final Map<String, String> sections = new TreeMap<>();

    void add(String request, List<SqlStatement> statements, LargeDirectory directory) {
        StringBuilder section = new StringBuilder(request + ": " + statements.size() + " statements\n");
        for (SqlStatement statement : statements) {
            section.append('\n').append(statement.shape()).append('\n');
            section.append(String.join("\n", directory.plan(statement)).indent(4));
        }
        sections.put(request, section.toString());
    }

    void write() {
        Path file = Path.of("target/statements", Lane.current().name() + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n\n", sections.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

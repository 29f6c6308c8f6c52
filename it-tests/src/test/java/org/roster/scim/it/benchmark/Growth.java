package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.roster.scim.it.benchmark.Comparison.Result;

/** CPU time by operation and size of the directory, kept from one run to the next in a file beside the pages. */
final class Growth {

    private final Path file;
    private final Map<String, TreeMap<Integer, Double>> millis = new LinkedHashMap<>();

    private Growth(Path file) {
        this.file = file;
    }

    /** What earlier runs have left. */
    static Growth read(Path file) throws IOException {
        Growth growth = new Growth(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split(",", -1);
                growth.put(fields[0], Integer.parseInt(fields[1]), Double.parseDouble(fields[2]));
            }
        }
        return growth;
    }

    private void put(String name, int users, double cpu) {
        millis.computeIfAbsent(name, n -> new TreeMap<>()).put(users, cpu);
    }

    void add(Result result, int users) {
        put(result.name(), users, result.roster().median(Sample::cpu));
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        millis.forEach((name, sizes) ->
                sizes.forEach((users, cpu) -> lines.add(String.format(Locale.ROOT, "%s,%d,%.4f", name, users, cpu))));
        Files.write(file, lines);
    }

    /** A table of the operations that were measured at several sizes; empty if there are none. */
    List<String> table() {
        List<String> rows = new ArrayList<>();
        millis.forEach((name, sizes) -> {
            if (sizes.size() > 1) {
                StringBuilder row = new StringBuilder("| " + name);
                double first = sizes.firstEntry().getValue();
                sizes.forEach((users, cpu) ->
                        row.append(String.format(Locale.ROOT, " | %,d: %.3f ms, %.2f x", users, cpu, cpu / first)));
                rows.add(row.append(" |").toString());
            }
        });
        if (rows.isEmpty()) {
            return rows;
        }
        int columns = millis.values().stream().mapToInt(Map::size).max().orElse(1);
        rows.add(0, "|---" + "|--:".repeat(columns) + "|");
        rows.add(0, "| operation" + " | users: CPU, growth".repeat(columns) + " |");
        rows.add(0, "");
        rows.add(0, "Growth with the directory, from runs of several sizes:");
        rows.add(0, "");
        return rows;
    }
}

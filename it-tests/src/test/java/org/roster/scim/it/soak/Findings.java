package org.roster.scim.it.soak;

import java.util.ArrayList;
import java.util.List;

/** The lines of the results: figures, and what must be so with whether it was. */
final class Findings {

    private final List<String> rows = new ArrayList<>();
    private int violations;

    /** A figure that promises nothing. */
    synchronized void figure(String what, Object value) {
        add(what, String.valueOf(value), "");
    }

    /** What must be exactly so. */
    synchronized void require(String what, Object wanted, Object found) {
        boolean kept = wanted.equals(found);
        if (!kept) {
            violations++;
        }
        add(what, String.valueOf(found), kept ? "as it must be" : "**VIOLATED**, must be " + wanted);
    }

    private void add(String what, String found, String verdict) {
        rows.add("| " + what + " | " + found.replace("|", "\\|") + " | " + verdict + " |");
        System.out.println(what + ": " + found + (verdict.isEmpty() ? "" : " (" + verdict + ")"));
    }

    synchronized int violations() {
        return violations;
    }

    synchronized List<String> table() {
        List<String> table = new ArrayList<>(List.of("| What | Figure | |", "|---|---|---|"));
        table.addAll(rows);
        return table;
    }
}

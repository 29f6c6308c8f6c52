package org.roster.scim.it.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL that the service executes, as PostgreSQL logs it, from {@link #start} to {@link #close}. For the lanes on
 * PostgreSQL: tag the test {@code postgresql}, and the other lanes leave it out. The log itself is {@link #file}, which
 * a person may read too.
 */
public final class StatementLog implements AutoCloseable {

    /** The first line of an entry: time, zone, process, level, and what follows. */
    private static final Pattern ENTRY = Pattern.compile("\\S+ \\S+ \\S+\\[\\d+]:(\\w+): {2}(.*)");

    private static final Pattern STATEMENT = Pattern.compile("LOG (?:statement|execute [^:]+): (.*)", Pattern.DOTALL);

    private static final Pattern PARAMETERS =
            Pattern.compile("DETAIL parameters: (.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final long RELOAD_MILLISECONDS = 300;

    private final LogFile log;

    private StatementLog(LogFile log) {
        this.log = log;
    }

    /** Begins to log; call it between requests. */
    public static StatementLog start() {
        Lane lane = Lane.current();
        if (lane.database() != Lane.Database.POSTGRESQL) {
            throw new IllegalStateException("lane " + lane.name() + " has no PostgreSQL to log statements");
        }
        switchTo("all");
        return new StatementLog(LogFile.fromNow(file(lane.directory())));
    }

    /**
     * What was executed since the start, in the order of execution, without BEGIN, COMMIT and their like, and without the
     * empty statement by which a pool sees whether a connection lives and what the driver asks once on each connection about
     * the columns of a native query, which Hibernate wants to know.
     */
    public List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        List<String> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            Matcher statement = STATEMENT.matcher(entries.get(i));
            if (statement.matches()
                    && !statement
                            .group(1)
                            .matches(
                                    "(?is)(begin|commit|rollback|set|show)\\b.*|\\s*|select c\\.oid, a\\.attnum, .*")) {
                Matcher parameters = PARAMETERS.matcher(i + 1 < entries.size() ? entries.get(i + 1) : "");
                statements.add(SqlStatement.of(statement.group(1), parameters.matches() ? parameters.group(1) : ""));
            }
        }
        return List.copyOf(statements);
    }

    @Override
    public void close() {
        switchTo(TestProperty.required("postgresql.log"));
    }

    static Path file(Path laneDirectory) {
        return laneDirectory.resolve("postgresql.log");
    }

    static void switchTo(String level) {
        try (Connection connection = LaneDatabase.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + level + "'");
            statement.execute("select pg_reload_conf()");
            // Each connection of the server learns of it by a signal, which nobody acknowledges.
            Thread.sleep(RELOAD_MILLISECONDS);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not change log_statement to " + level, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The entries of the log, each with its level in front. */
    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (String line : log.lines()) {
            Matcher first = ENTRY.matcher(line);
            if (first.matches()) {
                entries.add(first.group(1) + " " + first.group(2));
            } else if (!entries.isEmpty()) {
                int last = entries.size() - 1;
                entries.set(last, entries.get(last) + "\n" + line.strip());
            }
        }
        return entries;
    }
}

package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The CPU time that processes have used since they began, in milliseconds, of user and system together. Read from Linux's
 * {@code /proc}, which counts in hundredths of a second.
 *
 * @param server of the server's JVM: requests, garbage collection and compiler
 * @param database of PostgreSQL, its connections that are and those that were
 */
record CpuTime(double server, double database) {

    private static final double MILLIS_PER_TICK = 10;

    /** In the names of its threads; Linux knows the first fifteen letters. */
    private static final String COMPILER = " CompilerThre";

    static CpuTime now(long serverPid, long postmasterPid) {
        double database = of(postmasterPid, true);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String[] fields = fields(process);
                if (fields.length > 0 && Long.parseLong(fields[1]) == postmasterPid) {
                    database += sum(fields, true);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("no /proc: CPU time is measured on Linux only", e);
        }
        return new CpuTime(of(serverPid, false), database);
    }

    CpuTime minus(CpuTime before) {
        return new CpuTime(server - before.server, database - before.database);
    }

    /** What those threads of a JVM that compile have used. They come and go, and who has gone does not count any more. */
    static double ofCompilers(long pid) {
        double compilers = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                String stat = stat(thread);
                compilers += stat.contains(COMPILER) ? sum(fields(stat), false) : 0;
            }
        } catch (IOException e) {
            throw new IllegalStateException("there is no process " + pid, e);
        }
        return compilers;
    }

    private static double of(long pid, boolean children) {
        String[] fields = fields(Path.of("/proc", Long.toString(pid)));
        if (fields.length == 0) {
            throw new IllegalStateException("there is no process " + pid);
        }
        return sum(fields, children);
    }

    /** Its own time, and that of the children that have ended. */
    private static double sum(String[] fields, boolean children) {
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (children) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    /** The fields of {@code /proc/PID/stat} after the name, the state first; empty for a process that has ended. */
    private static String[] fields(Path process) {
        String stat = stat(process);
        return stat.isEmpty() ? new String[0] : fields(stat);
    }

    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    /** Of a process or a thread; empty if it has ended. */
    private static String stat(Path task) {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }
}

package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the Java code of a server spends its time, by JFR's samples of running threads: each counts for the layer of the
 * innermost call that is in one, so what the JDK does counts for its caller. System calls, compilers and garbage collection
 * are not in it.
 */
final class Profile {

    private static final Map<String, String> LAYERS = new LinkedHashMap<>();

    static {
        layer("CDI", "org.jboss.weld.");
        layer("Roster: who is it", "org.roster.scim.engine.security.", "org.roster.scim.engine.jwt.");
        layer("Roster: store", "org.roster.scim.engine.store.", "org.roster.scim.engine.database.");
        layer(
                "Roster: HTTP",
                "org.roster.scim.engine.rest.",
                "org.roster.scim.engine.dialect.",
                "org.roster.scim.war.");
        layer("floor", "org.roster.scim.it.benchmark.floor.");
        layer("Roster: the rest", "org.roster.scim.");
        layer("JSON", "org.eclipse.parsson.", "jakarta.json.", "org.eclipse.yasson.");
        layer("EclipseLink", "org.eclipse.persistence.");
        layer("JDBC driver", "org.postgresql.");
        layer(
                "pool and transactions",
                "org.jboss.jca.",
                "org.jboss.as.connector.",
                "com.arjuna.",
                "org.wildfly.transaction.");
        layer("JAX-RS", "org.jboss.resteasy.");
        layer("HTTP server", "io.undertow.", "org.xnio.", "org.wildfly.", "org.jboss.");
    }

    private final Map<String, Integer> samples = new LinkedHashMap<>();
    private final long pid;
    private final Path file;

    /**
     * Of a server whose JVM keeps whole stacks.
     *
     * @param pid of the JVM
     * @param name of the file, which keeps what was recorded last
     */
    Profile(long pid, String name) {
        this.pid = pid;
        this.file =
                Settings.output().resolve(name.replaceAll("\\W+", "-") + ".jfr").toAbsolutePath();
    }

    private static void layer(String name, String... packages) {
        for (String prefix : packages) {
            LAYERS.put(prefix, name);
        }
    }

    /** Records the server for the time of some work, and adds what was seen. */
    <T> T during(Supplier<T> work) {
        Jcmd jcmd = new Jcmd(pid);
        jcmd.run("JFR.start", "name=round", "settings=profile");
        T result = work.get();
        jcmd.run("JFR.stop", "name=round", "filename=" + file);
        add();
        return result;
    }

    private void add() {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
                    samples.merge(layerOf(stack), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String layerOf(RecordedStackTrace stack) {
        for (RecordedFrame frame : stack.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.contains("_$$_Weld")) {
                return "CDI";
            }
            for (Map.Entry<String, String> layer : LAYERS.entrySet()) {
                if (type.startsWith(layer.getKey())) {
                    return layer.getValue();
                }
            }
        }
        return "JVM";
    }

    /** The layers with their percentages, the greatest first. */
    String text() {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder text = new StringBuilder(all + " samples");
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(layer -> text.append(
                        String.format(Locale.ROOT, ", %s %.1f %%", layer.getKey(), 100.0 * layer.getValue() / all)));
        return text.toString();
    }
}

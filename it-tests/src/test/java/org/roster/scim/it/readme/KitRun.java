package org.roster.scim.it.readme;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs classes of tests in a JVM of its own: the first argument is the file for the summary, the rest are the classes. The
 * exit code is 1 unless at least one test succeeded and none failed.
 */
final class KitRun {

    private KitRun() {}

    public static void main(String[] arguments) throws IOException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request();
        Arrays.stream(arguments).skip(1).forEach(name -> request.selectors(selectClass(name)));
        LauncherFactory.create().execute(request.build(), listener);
        var summary = listener.getSummary();
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
            summary.printTo(file);
            summary.printFailuresTo(file);
        }
        System.exit(summary.getTestsSucceededCount() > 0 && summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}

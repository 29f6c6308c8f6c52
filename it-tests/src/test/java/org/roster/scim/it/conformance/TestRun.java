package org.roster.scim.it.conformance;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.roster.scim.it.conformance.TestResult.Outcome;

/**
 * What JUnit wrote about one JVM full of tests: {@code open-test-report.xml}, the events of the Open Test Reporting format.
 *
 * @param name the module or the lane
 */
record TestRun(String name, Instant started, List<TestResult> results) {

    /** Reads the events in the order in which they happened. */
    static TestRun read(String name, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Events events = new Events();
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    events.element(xml);
                }
            }
            return new TestRun(name, events.started, events.results(name));
        } catch (XMLStreamException e) {
            throw new IOException(file + " breaks off; did the JVM of the tests crash?", e);
        }
    }

    /** The tree of classes, methods and invocations, as it grows. */
    private static final class Events {
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private Instant started = Instant.MAX;
        private Node current = new Node(null);

        void element(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "started" -> {
                    Node parent = nodes.get(xml.getAttributeValue(null, "parentId"));
                    current = new Node(parent);
                    nodes.put(xml.getAttributeValue(null, "id"), current);
                    Instant time = Instant.parse(xml.getAttributeValue(null, "time"));
                    started = time.isBefore(started) ? time : started;
                }
                case "tag" -> current.tags.add(xml.getElementText());
                case "type" -> current.container = xml.getElementText().equals("CONTAINER");
                case "methodSource" -> {
                    current.className = xml.getAttributeValue(null, "className");
                    current.method = xml.getAttributeValue(null, "methodName");
                }
                case "finished" -> current = nodes.get(xml.getAttributeValue(null, "id"));
                case "result" -> current.status = xml.getAttributeValue(null, "status");
                default -> {}
            }
        }

        List<TestResult> results(String run) {
            return nodes.values().stream()
                    .filter(Node::isMethod)
                    .map(node -> new TestResult(run, node.className, node.method, node.tags, node.outcome()))
                    .toList();
        }
    }

    private static final class Node {
        private final boolean inMethod;
        private final List<Node> children = new ArrayList<>();
        private final Set<String> tags = new TreeSet<>();
        private boolean container;
        private String className = "";
        private String method = "";
        private String status = "never finished";

        Node(@Nullable Node parent) {
            inMethod = parent != null && (parent.inMethod || !parent.method.isEmpty());
            if (parent != null) {
                parent.children.add(this);
            }
        }

        /** A test method or the container of its invocations, and not one of these. */
        boolean isMethod() {
            return !method.isEmpty() && !inMethod;
        }

        /** The worst of the method itself and of everything that it ran; a container of nothing has proven nothing. */
        Outcome outcome() {
            Outcome own = ownOutcome();
            if (own == Outcome.PASSED && container && children.isEmpty()) {
                return Outcome.SKIPPED;
            }
            Set<Outcome> all = Stream.concat(Stream.of(own), children.stream().map(Node::outcome))
                    .collect(toCollection(LinkedHashSet::new));
            return all.stream().max(Outcome::compareTo).orElse(own);
        }

        private Outcome ownOutcome() {
            return switch (status) {
                case "SUCCESSFUL" -> Outcome.PASSED;
                case "SKIPPED", "ABORTED" -> Outcome.SKIPPED;
                default -> Outcome.FAILED;
            };
        }
    }
}

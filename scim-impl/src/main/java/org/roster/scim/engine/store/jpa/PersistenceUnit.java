package org.roster.scim.engine.store.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The persistence unit of the directory, as a {@code META-INF/persistence.xml} of the deployment has it. Read from there,
 * because JPA does not tell its data source, and whether it is there has to be known before JPA is. A product may have units of
 * its own beside it.
 */
public final class PersistenceUnit {

    /** Its name. */
    static final String NAME = "scim";

    private static final String FILE = "META-INF/persistence.xml";

    private PersistenceUnit() {}

    /**
     * Whether the deployment of this thread has the unit, and the directory with it.
     *
     * @return whether
     */
    public static boolean isThere() {
        return find().isPresent();
    }

    static String dataSourceName() {
        Element unit = find().orElseThrow(() ->
                new IllegalStateException("SCIM05006 no " + FILE + " has a persistence unit \"" + NAME + "\""));
        NodeList names = unit.getElementsByTagNameNS("*", "jta-data-source");
        if (names.getLength() == 0) {
            throw new IllegalStateException(
                    "SCIM05007 the persistence unit \"" + NAME + "\" in " + FILE + " names no jta-data-source");
        }
        return names.item(0).getTextContent().strip();
    }

    private static Optional<Element> find() {
        try {
            List<Element> units = new ArrayList<>();
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(FILE))) {
                units.addAll(units(file));
            }
            return units.stream()
                    .filter(unit -> unit.getAttribute("name").equals(NAME))
                    .findFirst();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("SCIM05008 " + FILE + " cannot be read", e);
        }
    }

    private static List<Element> units(URL file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            NodeList units = factory.newDocumentBuilder().parse(in).getElementsByTagNameNS("*", "persistence-unit");
            return IntStream.range(0, units.getLength())
                    .mapToObj(i -> (Element) units.item(i))
                    .toList();
        }
    }
}

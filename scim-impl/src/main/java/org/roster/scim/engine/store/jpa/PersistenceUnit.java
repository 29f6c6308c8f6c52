package org.roster.scim.engine.store.jpa;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads from {@code META-INF/persistence.xml} what JPA does not tell, so that the data source is named in one place. */
final class PersistenceUnit {

    private static final String FILE = "META-INF/persistence.xml";

    private PersistenceUnit() {}

    static String dataSourceName() {
        try (@Nullable
                InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("SCIM05006 " + FILE + " is missing");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList names = factory.newDocumentBuilder().parse(in).getElementsByTagName("jta-data-source");
            if (names.getLength() == 0) {
                throw new IllegalStateException("SCIM05007 " + FILE + " names no jta-data-source");
            }
            return names.item(0).getTextContent().strip();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("SCIM05008 " + FILE + " cannot be read", e);
        }
    }
}

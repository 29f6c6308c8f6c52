package org.roster.scim.engine.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Schema;

/**
 * Schema resources as JSON, in both directions.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public final class SchemaDocuments {

    /** The schema of a Schema resource. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private static final JsonProvider JSON = JsonProvider.provider();

    private SchemaDocuments() {}

    /**
     * Reads a Schema resource.
     *
     * @param document part of the product or its configuration
     * @return the schema
     * @throws IllegalArgumentException about the first mistake in it, naming the attribute
     */
    public static Schema read(JsonObject document) {
        return SchemaReader.read(new Definition(document.getString("id", "a schema without id"), "", document));
    }

    /**
     * Writes a Schema resource.
     *
     * @param schema the schema
     * @return the resource, without meta
     */
    public static JsonObject write(Schema schema) {
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("id", schema.id())
                .add("name", schema.name())
                .add("description", schema.description())
                .add("attributes", attributes(schema.attributes()))
                .build();
    }

    private static JsonArrayBuilder attributes(List<Attribute> attributes) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        attributes.forEach(a -> array.add(attribute(a)));
        return array;
    }

    private static JsonObjectBuilder attribute(Attribute attribute) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("name", attribute.name())
                .add("type", attribute.type().keyword())
                .add("multiValued", attribute.multiValued())
                .add("description", attribute.description())
                .add("required", attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            json.add("canonicalValues", JSON.createArrayBuilder(attribute.canonicalValues()));
        }
        // A complex attribute has neither caseExact nor uniqueness (erratum 6004); its sub-attributes have.
        if (attribute.complex()) {
            json.add("subAttributes", attributes(attribute.subAttributes()));
        } else {
            json.add("caseExact", attribute.caseExact());
            json.add("uniqueness", attribute.uniqueness().keyword());
        }
        if (attribute.type() == AttributeType.REFERENCE) {
            json.add("referenceTypes", JSON.createArrayBuilder(attribute.referenceTypes()));
        }
        return json.add("mutability", attribute.mutability().keyword())
                .add("returned", attribute.returned().keyword());
    }
}

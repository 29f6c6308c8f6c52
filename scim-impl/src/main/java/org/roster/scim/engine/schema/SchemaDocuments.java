package org.roster.scim.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.Uniqueness;

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
     * @param document trusted: part of the product or its configuration
     * @return the schema
     * @throws IllegalArgumentException if it uses an unknown keyword
     */
    public static Schema read(JsonObject document) {
        return new Schema(
                document.getString("id"),
                document.getString("name", ""),
                document.getString("description", ""),
                UserFormats.in(document.getString("id"), attributes(document.getJsonArray("attributes"))));
    }

    private static List<Attribute> attributes(JsonArray array) {
        return array.stream().map(a -> attribute(a.asJsonObject())).toList();
    }

    private static Attribute attribute(JsonObject json) {
        Attribute.Builder attribute = Attribute.named(json.getString("name"))
                .type(keyword(json, "type", AttributeType.values(), AttributeType::keyword))
                .multiValued(json.getBoolean("multiValued", false))
                .description(json.getString("description", ""))
                .required(json.getBoolean("required", false))
                .canonicalValues(texts(json, "canonicalValues"))
                .caseExact(json.getBoolean("caseExact", false))
                .referenceTypes(texts(json, "referenceTypes"));
        if (json.containsKey("mutability")) {
            attribute.mutability(keyword(json, "mutability", Mutability.values(), Mutability::keyword));
        }
        if (json.containsKey("returned")) {
            attribute.returned(keyword(json, "returned", Returned.values(), Returned::keyword));
        }
        if (json.containsKey("uniqueness")) {
            attribute.uniqueness(keyword(json, "uniqueness", Uniqueness.values(), Uniqueness::keyword));
        }
        if (json.containsKey("subAttributes")) {
            attribute.subAttributes(attributes(json.getJsonArray("subAttributes")));
        }
        return attribute.build();
    }

    private static <E> E keyword(JsonObject json, String member, E[] values, Function<E, String> keyword) {
        String text = json.getString(member, "string");
        return Arrays.stream(values)
                .filter(v -> keyword.apply(v).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "attribute " + json.getString("name") + ": " + member + " \"" + text + "\" is not known"));
    }

    private static List<String> texts(JsonObject json, String member) {
        return json.containsKey(member) ? json.getJsonArray(member).getValuesAs(JsonString::getString) : List.of();
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

    /**
     * Reads a JSON document.
     *
     * @param in the text in UTF-8; closed by the caller
     * @return the value
     */
    static JsonValue parse(InputStream in) {
        return JSON.createReader(in).readValue();
    }
}

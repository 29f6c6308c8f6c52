package org.roster.scim.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.Uniqueness;

/**
 * Reads a Schema resource: its members and their types. What goes together and what does not, {@link SchemaRules} says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
final class SchemaReader {

    private static final List<String> SCHEMA = List.of("schemas", "id", "name", "description", "attributes", "meta");
    private static final List<String> ATTRIBUTE = List.of(
            "name",
            "type",
            "multiValued",
            "description",
            "required",
            "canonicalValues",
            "caseExact",
            "mutability",
            "returned",
            "uniqueness",
            "referenceTypes",
            "subAttributes");

    private SchemaReader() {}

    static Schema read(Definition document) {
        document.requireMembers(SCHEMA);
        String id = document.requiredText("id");
        List<Attribute> attributes = UserFormats.in(id, attributes(document, "attributes", ""));
        SchemaRules.requireDistinct(attributes, document.where());
        Schema schema = new Schema(
                id,
                document.text("name").orElse(""),
                document.text("description").orElse(""),
                attributes);
        SchemaRules.check(schema, document.source());
        return schema;
    }

    private static List<Attribute> attributes(Definition owner, String member, String parent) {
        List<Attribute> attributes = new ArrayList<>();
        for (JsonValue value : owner.array(member)) {
            String name = value instanceof JsonObject object && object.get("name") instanceof JsonString text
                    ? "attribute \"" + parent + text.getString() + "\""
                    : member + "[" + attributes.size() + "]" + (parent.isEmpty() ? "" : " of " + owner.what());
            attributes.add(attribute(owner.part(name, value), parent));
        }
        return attributes;
    }

    private static Attribute attribute(Definition json, String parent) {
        json.requireMembers(ATTRIBUTE);
        String name = json.requiredText("name");
        AttributeType type = json.keyword("type", AttributeType.values(), AttributeType::keyword)
                .orElse(AttributeType.STRING);
        Attribute.Builder attribute = Attribute.named(name)
                .type(type)
                .multiValued(json.flag("multiValued"))
                .description(json.text("description").orElse(""))
                .required(json.flag("required"))
                .canonicalValues(json.texts("canonicalValues"))
                .caseExact(caseExact(json, type))
                .referenceTypes(json.texts("referenceTypes"))
                .subAttributes(attributes(json, "subAttributes", parent + name + "."));
        json.keyword("mutability", Mutability.values(), Mutability::keyword).ifPresent(attribute::mutability);
        json.keyword("returned", Returned.values(), Returned::keyword).ifPresent(attribute::returned);
        json.keyword("uniqueness", Uniqueness.values(), Uniqueness::keyword).ifPresent(attribute::uniqueness);
        return attribute.build();
    }

    /** Binary and references are case-exact (RFC 7643 §§2.3.6, 2.3.7), whatever the default of §2.2 is. */
    private static boolean caseExact(Definition json, AttributeType type) {
        boolean said = json.flag("caseExact");
        boolean silent = !json.json().containsKey("caseExact");
        return said || type == AttributeType.BINARY || (silent && type == AttributeType.REFERENCE);
    }
}

package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/** What in a body no schema defines. */
final class UnknownNames {

    private UnknownNames() {}

    /** URIs in {@code schemas} that the type does not have. */
    static List<String> schemas(ResourceType type, JsonObject body) {
        return body.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase("schemas"))
                .map(Map.Entry::getValue)
                .filter(JsonArray.class::isInstance)
                .flatMap(array -> array.asJsonArray().stream())
                .filter(JsonString.class::isInstance)
                .map(uri -> ((JsonString) uri).getString())
                .filter(uri -> !uri.equalsIgnoreCase(type.schema().id())
                        && type.extension(uri).isEmpty())
                .toList();
    }

    /** Paths of attributes and sub-attributes that the type does not have. */
    static List<String> attributes(ResourceType type, JsonObject body) {
        List<String> unknown = new ArrayList<>();
        body.forEach((name, value) -> {
            Optional<Schema> extension = type.extension(name);
            Optional<Attribute> attribute = type.resolve(AttributePath.of(name)).map(ResolvedPath::attribute);
            if (extension.isPresent()) {
                if (value instanceof JsonObject members) {
                    members.forEach((sub, v) -> extension
                            .get()
                            .attribute(sub)
                            .ifPresentOrElse(
                                    a -> inside(a, v, name + ":" + sub, unknown), () -> unknown.add(name + ":" + sub)));
                }
            } else if (attribute.isPresent()) {
                inside(attribute.get(), value, name, unknown);
            } else {
                unknown.add(name);
            }
        });
        return unknown;
    }

    /** Names of sub-attributes inside the value of an attribute. */
    static void inside(Attribute attribute, JsonValue value, String path, List<String> unknown) {
        if (value instanceof JsonArray array) {
            array.forEach(e -> inside(attribute, e, path, unknown));
        } else if (attribute.complex() && value instanceof JsonObject object) {
            object.keySet().stream()
                    .filter(sub -> attribute.subAttribute(sub).isEmpty())
                    .forEach(sub -> unknown.add(path + "." + sub));
        }
    }
}

package org.roster.scim.engine.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/** An object or array that is being read, or the document itself. Not thread-safe. */
final class JsonLevel {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final @Nullable JsonObjectBuilder object;
    private final @Nullable JsonArrayBuilder array;
    private final Set<String> names = new HashSet<>();
    private String name = "";
    private int elements;
    private @Nullable JsonValue only;

    private JsonLevel(@Nullable JsonObjectBuilder object, @Nullable JsonArrayBuilder array) {
        this.object = object;
        this.array = array;
    }

    static JsonLevel root() {
        return new JsonLevel(null, null);
    }

    static JsonLevel object() {
        return new JsonLevel(JSON.createObjectBuilder(), null);
    }

    static JsonLevel array() {
        return new JsonLevel(null, JSON.createArrayBuilder());
    }

    void name(String memberName, int most) {
        if (!names.add(memberName)) {
            throw ScimException.invalidSyntax("\"" + memberName + "\" appears twice in one object");
        }
        if (names.size() > most) {
            throw ScimException.invalidSyntax("an object has more than " + most + " members");
        }
        name = memberName;
    }

    void add(JsonValue value) {
        if (object != null) {
            object.add(name, value);
        } else if (array != null) {
            array.add(value);
            elements++;
        } else {
            only = value;
        }
    }

    /** Where the value that comes next stands in this level. */
    String place() {
        if (object != null) {
            return "." + name;
        }
        return array == null ? "" : "[" + elements + "]";
    }

    boolean complete() {
        return only != null;
    }

    JsonValue build() {
        if (object != null) {
            return object.build();
        }
        if (array != null) {
            return array.build();
        }
        return only == null ? JsonValue.NULL : only;
    }
}

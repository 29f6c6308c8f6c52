package org.roster.scim.engine.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes JSON with other values. Hardly any value of a request needs another one, and then nothing is copied. */
public final class JsonRewriting {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonRewriting() {}

    /**
     * Rewrites the members of an object.
     *
     * @param object any
     * @param rewrite takes a name and its value; gives the same value where it has nothing to change
     * @return names in their order; the object itself if no value changed
     */
    public static JsonObject members(JsonObject object, BiFunction<String, JsonValue, JsonValue> rewrite) {
        @Nullable JsonObjectBuilder rewritten = null;
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            JsonValue changed = rewrite.apply(member.getKey(), member.getValue());
            if (changed != member.getValue()) {
                rewritten = rewritten == null ? JSON.createObjectBuilder(object) : rewritten;
                rewritten.add(member.getKey(), changed);
            }
        }
        return rewritten == null ? object : rewritten.build();
    }

    /**
     * Rewrites the elements of an array.
     *
     * @param array any
     * @param rewrite gives the same value where it has nothing to change
     * @return elements in their order; the array itself if none changed
     */
    public static JsonArray elements(JsonArray array, UnaryOperator<JsonValue> rewrite) {
        @Nullable JsonArrayBuilder rewritten = null;
        for (int i = 0; i < array.size(); i++) {
            JsonValue changed = rewrite.apply(array.get(i));
            if (changed != array.get(i)) {
                rewritten = rewritten == null ? JSON.createArrayBuilder(array) : rewritten;
                rewritten.set(i, changed);
            }
        }
        return rewritten == null ? array : rewritten.build();
    }
}

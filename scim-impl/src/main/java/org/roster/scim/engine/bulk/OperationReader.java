package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.engine.projection.EntityTag;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Precondition;

/**
 * Reads one element of {@code Operations}. Names of members and methods are accepted in any case.
 *
 * @param index its place
 * @param json as sent
 */
record OperationReader(int index, JsonValue json) {

    BulkOperation read() {
        try {
            return call();
        } catch (ScimException fault) {
            return new BulkOperation.Misfit(label(), fault);
        }
    }

    private BulkOperation.Call call() {
        if (!(json instanceof JsonObject)) {
            throw ScimException.invalidSyntax("an operation must be an object with method, path, bulkId and data");
        }
        Method method = text("method")
                .flatMap(Method::of)
                .orElseThrow(() -> ScimException.invalidSyntax("method must be POST, PUT, PATCH or DELETE"));
        RequestLine line =
                RequestLine.of(method, text("path").orElseThrow(() -> ScimException.invalidSyntax("path is missing")));
        if (method == Method.POST && text("bulkId").isEmpty()) {
            throw ScimException.invalidSyntax("bulkId is missing; a POST needs one that is unique in the request");
        }
        return new BulkOperation.Call(label(method), line, precondition(), data(method));
    }

    private Label label(Method method) {
        return new Label(index, Optional.of(method.name()), text("bulkId"));
    }

    /** Of an element that cannot be used: what can be read of it. */
    private Label label() {
        return new Label(
                index, legible("method").map(m -> Method.of(m).map(Method::name).orElse(m)), legible("bulkId"));
    }

    private Precondition precondition() {
        return text("version")
                .map(EntityTag::versions)
                .map(EntityTag::precondition)
                .orElse(Precondition.NONE);
    }

    private JsonObject data(Method method) {
        if (method == Method.DELETE) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return member("data")
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElseThrow(() -> ScimException.invalidSyntax(
                        "data must be an object, the body that a single " + method + " would have"));
    }

    private Optional<String> text(String name) {
        Optional<JsonValue> value = member(name);
        if (value.isPresent() && legible(name).isEmpty()) {
            throw ScimException.invalidSyntax(name + " must be a text that is not empty");
        }
        return legible(name);
    }

    /** The text of a member, where it has one; of two that differ in case that of the first. */
    private Optional<String> legible(String name) {
        return Stream.of(json)
                .filter(JsonObject.class::isInstance)
                .flatMap(object -> object.asJsonObject().entrySet().stream())
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .filter(JsonString.class::isInstance)
                .map(v -> ((JsonString) v).getString())
                .filter(text -> !text.isBlank());
    }

    private Optional<JsonValue> member(String name) {
        return json instanceof JsonObject object ? BulkRequest.member(object, name) : Optional.empty();
    }
}

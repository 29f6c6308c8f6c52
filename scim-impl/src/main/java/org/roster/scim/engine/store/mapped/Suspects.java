package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.roster.scim.resource.ScimResource;

/**
 * Which attribute the database may mean when it refuses a row: it names columns at best, each database in its own way, and the
 * client knows attributes.
 *
 * @param mapped type of the resource
 * @param attributes what was to be written
 */
record Suspects(MappedType mapped, JsonObject attributes) {

    /** What to say of a value that is too long for its column. */
    String tooLong() {
        return columns()
                .flatMap(column -> tooLong(column).stream())
                .findFirst()
                .orElse("a value is longer than the product can keep");
    }

    private Optional<String> tooLong(ColumnAttribute column) {
        OptionalInt place = column.column().field().length();
        boolean fits = place.isEmpty()
                || values(column)
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                        .allMatch(text -> text.codePointCount(0, text.length()) <= place.getAsInt());
        return fits
                ? Optional.empty()
                : Optional.of(column.path() + ": the product can keep " + place.getAsInt() + " characters at most");
    }

    /** What to say of a column that wants a value and gets none. */
    String missing() {
        return columns()
                .filter(column -> column.column().field().filled()
                        && values(column).findAny().isEmpty())
                .findFirst()
                .map(column -> column.path() + ": the product requires a value")
                .orElse("the product requires a value that this resource does not have");
    }

    private Stream<ColumnAttribute> columns() {
        return mapped.attributes().stream()
                .flatMap(a -> a instanceof ComplexAttribute complex ? complex.parts().stream() : Stream.of(a))
                .flatMap(a -> a instanceof FixedAttribute fixed
                        ? fixed.elements().stream().flatMap(e -> e.columns().stream())
                        : Stream.of(a))
                .filter(ColumnAttribute.class::isInstance)
                .map(ColumnAttribute.class::cast)
                .filter(column -> !column.column().readOnly());
    }

    private Stream<JsonValue> values(ColumnAttribute column) {
        return ScimResource.values(attributes, column.path().path());
    }
}

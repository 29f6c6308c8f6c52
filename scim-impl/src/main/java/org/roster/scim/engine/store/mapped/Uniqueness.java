package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.ResolvedPath;

/**
 * Finds out whether a value that must be unique belongs to another resource.
 *
 * @param em to read with
 * @param mapped type of the resource
 * @param tenant whose it is
 * @param own id of the resource; empty if it is new
 */
record Uniqueness(EntityManager em, MappedType mapped, String tenant, Optional<Object> own) {

    /** Before a write: among the resources that the tenant sees. */
    void require(JsonObject before, JsonObject after) {
        unique(after)
                .filter(c -> !value(after, c.path()).equals(value(before, c.path())))
                .flatMap(c -> taken(c, after, true).stream())
                .findFirst()
                .ifPresent(taken -> {
                    throw taken;
                });
    }

    /** After the database refused a write: among all rows of the table. */
    Optional<ScimException> blame(JsonObject after) {
        return unique(after).flatMap(c -> taken(c, after, false).stream()).findFirst();
    }

    private Stream<ColumnAttribute> unique(JsonObject attributes) {
        return mapped.attributes().stream()
                .filter(ColumnAttribute.class::isInstance)
                .map(ColumnAttribute.class::cast)
                .filter(c -> c.path().attribute().uniqueness() != org.roster.scim.schema.Uniqueness.NONE)
                .filter(c -> value(attributes, c.path()).isPresent());
    }

    private static Optional<JsonValue> value(JsonObject attributes, ResolvedPath path) {
        @Nullable
        JsonValue holder =
                path.extension().isPresent() ? attributes.get(path.extension().get()) : attributes;
        return holder instanceof JsonObject object
                ? Optional.ofNullable(object.get(path.attribute().name()))
                : Optional.empty();
    }

    private Optional<ScimException> taken(ColumnAttribute column, JsonObject attributes, boolean visible) {
        JsonValue value = value(attributes, column.path()).orElseThrow();
        Search search = Search.of(mapped, tenant);
        Condition same =
                column.compares(search, Optional.empty(), new MappedAttribute.Comparand(CompareOperator.EQ, value));
        String id = search.from().path(mapped.id().field());
        Condition others = own.map(
                        o -> Condition.certain(id + " <> " + search.parameters().add(o)))
                .orElse(Condition.ALL);
        Condition scope = visible ? mapped.scope().visible(search) : Condition.ALL;
        Condition which = same.and(others).and(scope);
        boolean found = !which.equals(Condition.NONE)
                && Statement.list(
                                        em,
                                        "select count(" + id + ") from " + search.from() + " where " + which.text(),
                                        Long.class,
                                        search.parameters())
                                .get(0)
                        > 0;
        return found
                ? Optional.of(ScimException.uniqueness(
                        column.path().toString(),
                        value instanceof JsonString text ? text.getString() : value.toString()))
                : Optional.empty();
    }
}

package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/** An attribute as it lies in the database: how it is searched. */
interface MappedAttribute {

    /** The attribute, or a sub-attribute of a complex one that is not multi-valued. */
    ResolvedPath path();

    /**
     * That there is a value.
     *
     * @param sub name of a sub-attribute; empty for the attribute itself
     */
    Condition present(Search search, Optional<String> sub);

    /**
     * That some value compares; {@code ne} counts as {@code eq}, and the caller negates.
     *
     * @param sub name of a sub-attribute; empty for the attribute itself
     */
    Condition compares(Search search, Optional<String> sub, Comparand comparand);

    /** That some element matches the filter of a value path. */
    Condition matches(Search search, Filter element);

    /** What resources are sorted by; empty if the database cannot do it. */
    default Optional<SortKey> sortKey(Search search, Optional<String> sub) {
        return Optional.empty();
    }

    /** Whether a value is another one than what is stored. */
    default boolean differs(Optional<JsonValue> stored, Optional<JsonValue> value) {
        Looks looks = new Looks(path().attribute());
        return !stored.equals(value) && !looks.of(stored).equals(looks.of(value));
    }

    /**
     * What a value is compared with.
     *
     * @param operator how
     * @param value never null
     */
    record Comparand(CompareOperator operator, JsonValue value) {}
}

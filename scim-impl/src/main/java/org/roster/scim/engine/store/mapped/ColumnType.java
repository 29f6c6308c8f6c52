package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;

/** How values of a column become values of an attribute and back, and how they compare. */
interface ColumnType {

    /** The attribute's value. */
    Optional<JsonValue> json(Optional<Object> column);

    /**
     * The column's value.
     *
     * @throws IllegalArgumentException if the column cannot take the value; the message says why
     */
    Optional<Object> column(Optional<JsonValue> json);

    /** That there is a value. */
    default Condition present(Operand operand) {
        return Condition.present(operand.column());
    }

    /** That a value compares; {@code ne} counts as {@code eq}, and the caller negates. */
    Condition compares(Operand operand, CompareOperator operator, JsonValue value);

    /** What rows are sorted by. */
    default Optional<SortKey> sortKey(Operand operand) {
        return Optional.empty();
    }

    static ScimException notSearchable(String why) {
        return ScimException.invalidFilter("filter: " + why);
    }
}

package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute that lies in the row of the resource. */
interface RowAttribute extends MappedAttribute {

    /** Adds what it is read from to a statement. */
    Reading select(Columns columns);

    /** Writes the attribute; called only if it differs. */
    void write(EntityWriter entity, Optional<JsonValue> value);

    /** Makes the value of the columns of a row. */
    interface Reading {
        Optional<JsonValue> of(@Nullable Object[] row);
    }
}

package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** An attribute that lies in rows of its own. */
interface ListAttribute extends MappedAttribute {

    /** Reads the attribute of many resources with one statement, by their ids. */
    Map<Object, JsonValue> load(Rows rows, Collection<Object> ids);
}

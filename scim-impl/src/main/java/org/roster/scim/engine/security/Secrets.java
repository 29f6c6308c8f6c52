package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * Sees to it that a password never reaches a store in clear: attributes that may be written and never come back are
 * replaced by their hash before anything else happens to them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-9.2">RFC 7643 §9.2</a>
 */
@ApplicationScoped
public class Secrets {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Hashes the secrets of a resource.
     *
     * @param type its type
     * @param attributes canonical
     * @return the attributes, with hashes for secrets
     */
    public JsonObject protect(ResourceType type, JsonObject attributes) {
        @Nullable JsonObjectBuilder changed = null;
        for (Attribute attribute : type.schema().attributes()) {
            @Nullable JsonValue value = secret(attribute) ? attributes.get(attribute.name()) : null;
            if (value instanceof JsonString text) {
                changed = changed == null ? JSON.createObjectBuilder(attributes) : changed;
                changed.add(attribute.name(), PasswordHash.of(text.getString()));
            }
        }
        return changed == null ? attributes : changed.build();
    }

    /**
     * Hashes the secrets of a PATCH.
     *
     * @param changes as compiled
     * @return the changes, with hashes for secrets
     */
    public List<AttributeChange> protect(List<AttributeChange> changes) {
        return changes.stream().map(Secrets::protect).toList();
    }

    private static AttributeChange protect(AttributeChange change) {
        return change instanceof AttributeChange.Assign assign
                        && secret(assign.target().target())
                        && assign.value() instanceof JsonString text
                ? new AttributeChange.Assign(assign.target(), JSON.createValue(PasswordHash.of(text.getString())))
                : change;
    }

    private static boolean secret(Attribute attribute) {
        return attribute.mutability() == Mutability.WRITE_ONLY && attribute.returned() == Returned.NEVER;
    }
}

package org.roster.scim.fuzz;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceKey;

/**
 * The operations of a PATCH as a JSON array, after a byte that chooses the resource type and the habits of the client: what
 * they make of a resource could have been created so, and the resource itself stays as it was.
 */
public final class PatchFuzz {

    private PatchFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        ResourceType type = Engine.type(data[0]);
        Dialect dialect = Engine.dialect(data[0] >> 2);
        ScimResource resource = Engine.stored(type, Engine.attributes(type));
        String before = resource.attributes().toString();
        try {
            JsonObject message = Engine.message(PatchRequest.SCHEMA, Arrays.copyOfRange(data, 1, data.length));
            PatchRequest parsed = PatchRequest.parse(dialect.message(message), FilterLimits.DEFAULT);
            PatchRequest request = dialect.patch(new ResourceKey(type, "1"), parsed);
            List<AttributeChange> changes = PatchCompiler.compile(type, request);
            check(type, new PatchUpdate(type, changes, Precondition.NONE).applyTo(resource, Holding.ALIKE));
        } catch (ScimException refusal) {
            Claim.helps(refusal);
        }
        Claim.holds(
                resource.attributes().toString().equals(before),
                () -> "the resource itself was changed to " + resource.attributes());
    }

    private static void check(ResourceType type, JsonObject after) {
        try {
            JsonObject again = ResourceReader.read(type, Engine.withSchema(type, after));
            Claim.holds(again.equals(after), () -> after + " could not be created; a POST makes " + again);
            ResourceRules.requireComplete(type, after, Set.of());
            JsonObject stored = Engine.json(JsonEncoder.encode(after));
            Claim.holds(stored.equals(after), () -> after + " is stored as " + stored);
        } catch (ScimException invalid) {
            throw new AssertionError(after + " is not valid: " + invalid.detail(), invalid);
        }
    }
}

package org.roster.scim.fuzz;

import jakarta.json.JsonObject;
import java.util.Set;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/** A body: decoded, encoded, decoded again, and read as a resource of every type. */
public final class JsonFuzz {

    private JsonFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            JsonObject body = Engine.json(data);
            JsonObject again = Engine.json(JsonEncoder.encode(body));
            Claim.holds(again.equals(body), () -> body + " is read again as " + again);
            for (ResourceType type : Engine.TYPES) {
                asResource(type, Engine.withSchema(type, body));
            }
        } catch (ScimException refusal) {
            Claim.helps(refusal);
        }
    }

    private static void asResource(ResourceType type, JsonObject body) {
        for (int dialect = 0; dialect < 3; dialect++) {
            try {
                JsonObject read =
                        ResourceReader.read(type, Engine.dialect(dialect).body(type, body));
                JsonObject again = ResourceReader.read(type, Engine.withSchema(type, read));
                Claim.holds(again.equals(read), () -> read + " is not canonical, it is read as " + again);
                ResourceRules.requireComplete(type, read, Set.of());
            } catch (ScimException refusal) {
                Claim.helps(refusal);
            }
        }
    }
}

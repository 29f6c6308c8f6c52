package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;

/** Compiles operations and applies them to a resource, without a store. */
final class Patch {

    private Patch() {}

    /** The attributes after the operations, which are a JSON array in single quotes. */
    static JsonObject patched(Body body, String operations) {
        ScimResource current = new ScimResource(
                "1", new Meta(body.type().name(), Instant.EPOCH, Instant.EPOCH, "1"), body.attributes());
        return new PatchUpdate(
                        body.type(),
                        PatchCompiler.compile(body.type(), Directory.request(operations)),
                        Precondition.NONE)
                .applyTo(current, Holding.ALIKE);
    }
}

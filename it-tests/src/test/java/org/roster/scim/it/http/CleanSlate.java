package org.roster.scim.it.http;

import jakarta.json.JsonObject;
import java.util.List;

/** Empties the tenant through the API, as an administrator would. */
public final class CleanSlate {
    private CleanSlate() {}

    public static void wipe(ScimHttp scim) {
        wipe(scim, "/Groups");
        wipe(scim, "/Users");
    }

    private static void wipe(ScimHttp scim, String endpoint) {
        List<JsonObject> page = page(scim, endpoint);
        while (!page.isEmpty()) {
            Workers.each(
                    page,
                    resource -> scim.delete(endpoint + "/" + resource.getString("id"))
                            .expect(204));
            page = page(scim, endpoint);
        }
    }

    private static List<JsonObject> page(ScimHttp scim, String endpoint) {
        return scim.get(ScimHttp.target(endpoint, "attributes", "id", "count", "100"))
                .expect(200)
                .resources();
    }
}

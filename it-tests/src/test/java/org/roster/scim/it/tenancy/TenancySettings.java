package org.roster.scim.it.tenancy;

import java.util.Map;

/** What an operator sets for the tenant of the realm's administrator, {@code neighbour}. */
final class TenancySettings {

    static final int BODY = 5_000;
    static final int BULK_PAYLOAD = 6_000;

    static final Map<String, String> SET = Map.of(
            "roster.limits",
            "tenant:neighbour:body.limit=" + BODY + ",tenant:neighbour:json.depth=8"
                    + ",tenant:neighbour:page.size=3,tenant:neighbour:page.limit=5"
                    + ",tenant:neighbour:filter.length=100,tenant:neighbour:filter.depth=2,tenant:neighbour:filter.terms=3"
                    + ",tenant:neighbour:patch.operations=2"
                    + ",tenant:neighbour:bulk.operations=2,tenant:neighbour:bulk.payload=" + BULK_PAYLOAD);

    private TenancySettings() {}
}

package org.roster.scim.engine.rest;

import org.roster.scim.error.ScimException;

/**
 * What the discovery endpoints have in common: paging and sorting mean nothing there, and a filter is refused, because a
 * client that relied on it would take what it gets for what it asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-4">RFC 7644 §4</a>
 */
final class DiscoveryRequest {

    private DiscoveryRequest() {}

    static void refuseFilter(ClientRequest request) {
        if (request.parameter("filter").isPresent()) {
            throw ScimException.of(403, "discovery endpoints cannot be filtered; ask for all, or for one by its id");
        }
    }
}

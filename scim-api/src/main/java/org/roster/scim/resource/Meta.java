package org.roster.scim.resource;

import java.time.Instant;

/**
 * What the server knows about a resource. The location is not part of it: it depends on the URL of the request and is
 * added when the answer is written.
 *
 * @param resourceType name of the resource type
 * @param created when the resource was created, in whole milliseconds
 * @param lastModified when it last changed, in whole milliseconds
 * @param version the store's opaque version, without the quotes of an entity tag; empty if the store has no versions
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-3.1">RFC 7643 §3.1</a>
 */
public record Meta(String resourceType, Instant created, Instant lastModified, String version) {}

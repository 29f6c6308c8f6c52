package org.roster.scim.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit are wanted. What is empty does not matter.
 *
 * @param tenant whose; empty for those of all, and of the service
 * @param actor the name of the caller
 * @param request what the request is called
 * @param resource the id of the resource
 * @param member the id of somebody who came into the resource or left it; given only with the resource
 * @param permitted whether it was permitted
 * @param from at this time or later
 * @param until before this time
 */
public record AuditQuery(
        Optional<String> tenant,
        Optional<String> actor,
        Optional<String> request,
        Optional<String> resource,
        Optional<String> member,
        Optional<Boolean> permitted,
        Optional<Instant> from,
        Optional<Instant> until) {}

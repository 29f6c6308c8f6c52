package org.roster.scim.spi;

import java.time.Instant;

/**
 * Something that somebody tried to do.
 *
 * @param tenant whose directory; empty if it is about the service
 * @param time when, to the millisecond
 * @param actor the name of the caller, never a secret
 * @param address where it came from, as the server knows it
 * @param request what the request is called, as in logs and in the answer
 * @param operation what it was, for instance {@code patch}
 * @param resourceType the type of the resource, or what else it is about
 * @param resource the id of it, as it was asked for; empty if there was none
 * @param permitted whether it was permitted
 * @param rule which rule decided so
 */
public record Attempt(
        String tenant,
        Instant time,
        String actor,
        String address,
        String request,
        String operation,
        String resourceType,
        String resource,
        boolean permitted,
        String rule) {

    /**
     * The same about something that had no id before.
     *
     * @param id of it
     * @return a copy
     */
    public Attempt about(String id) {
        return new Attempt(tenant, time, actor, address, request, operation, resourceType, id, permitted, rule);
    }
}

package org.roster.scim.spi;

/** What a request does to resources. */
public enum Operation {
    /** Reads one resource. */
    READ,
    /** Reads resources that match a filter. */
    QUERY,
    /** Creates a resource. */
    CREATE,
    /** Replaces a resource (PUT). */
    REPLACE,
    /** Changes a resource (PATCH). */
    PATCH,
    /** Deletes a resource. */
    DELETE
}

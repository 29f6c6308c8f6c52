package org.roster.scim.spi;

/** What a request does to resources. */
public enum Operation {
    /** Reads one resource. */
    READ,
    /** Reads the resource that stands for the caller: a GET of {@code /Me}. */
    READ_OWN,
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

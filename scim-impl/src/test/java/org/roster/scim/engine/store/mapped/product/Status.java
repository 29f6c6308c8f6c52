package org.roster.scim.engine.store.mapped.product;

/** What an account may do. */
public enum Status {
    PENDING,
    ACTIVE,
    LOCKED
}

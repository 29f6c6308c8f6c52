package org.roster.scim.it.product;

/** Where somebody stands with us. */
public enum AccountStatus {
    /** Works here. */
    ACTIVE,
    /** Must not get in for now. */
    LOCKED
}

package org.roster.scim.engine.store.mapped.product;

/** Who has an account. */
public enum Kind {
    HUMAN,
    ROBOT
}

package org.roster.scim.it.product;

/** What somebody does in a team. */
public enum TeamRole {
    MEMBER,
    LEAD
}

package org.roster.scim.engine.journal;

/**
 * A resource that became a member of another, or no longer is one.
 *
 * @param id of the member
 * @param added whether it became one
 */
public record MemberMove(String id, boolean added) {}

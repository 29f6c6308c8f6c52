package org.roster.scim.it.product;

/** Something that the desk shows. */
public interface Card {}

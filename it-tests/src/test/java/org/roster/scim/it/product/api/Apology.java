package org.roster.scim.it.product.api;

/**
 * What the desk says when it cannot help.
 *
 * @param text why
 */
public record Apology(String text) {}

package org.roster.scim.it.product.api;

import org.roster.scim.it.product.Card;

/**
 * What the desk says when it cannot help.
 *
 * @param text why
 */
public record Apology(String text) implements Card {}

package org.roster.scim.it.product.api;

import java.util.List;
import org.roster.scim.it.product.Card;

/**
 * What the desk shows of a team.
 *
 * @param name its name
 * @param people who is in it, and as what
 */
public record TeamCard(String name, List<String> people) implements Card {}

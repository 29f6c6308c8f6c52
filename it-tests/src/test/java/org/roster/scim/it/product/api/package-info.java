/** The product's own interface: JAX-RS below {@code /api}, with providers that are found by themselves and have habits. */
package org.roster.scim.it.product.api;

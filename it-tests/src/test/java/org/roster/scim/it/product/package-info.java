/**
 * A product as a company may have it, and as it was before anybody thought of SCIM: the staff desk, which knows accounts and
 * teams. Its entities are closed; nothing here knows Roster. How it speaks SCIM is in the package {@code scim}, its own interface in
 * {@code api}.
 */
package org.roster.scim.it.product;

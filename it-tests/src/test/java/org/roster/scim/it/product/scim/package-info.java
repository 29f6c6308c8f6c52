/** All that the product needs to speak SCIM. */
package org.roster.scim.it.product.scim;

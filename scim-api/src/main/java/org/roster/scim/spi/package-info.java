/**
 * What a store or a product implements. Start with {@link org.roster.scim.spi.ResourceStore} and take only the capabilities that you have.
 */
@NullMarked
package org.roster.scim.spi;

import org.jspecify.annotations.NullMarked;

/**
 * Where resources are kept. Each store has a package of its own and knows no other; here is what stores share.
 */
@NullMarked
package org.roster.scim.engine.store;

import org.jspecify.annotations.NullMarked;

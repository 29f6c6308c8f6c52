/**
 * What value tests share: a small schema with an attribute of every kind ({@link org.roster.scim.testing.Types}), resources
 * of it, JSON as text, and seeded randomness. Knows nothing of the engine.
 */
@NullMarked
package org.roster.scim.testing;

import org.jspecify.annotations.NullMarked;

/**
 * The engine in this JVM, on the store in memory and behind a JAX-RS implementation, without an application server: for tests
 * that need many short-lived services. Start with {@link org.roster.scim.it.memory.MemoryServer}.
 */
@NullMarked
package org.roster.scim.it.memory;

import org.jspecify.annotations.NullMarked;

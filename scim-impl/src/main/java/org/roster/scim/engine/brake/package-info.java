/**
 * The brake against accidents: so many deactivations and deletions at once that they cannot be meant. Start with
 * {@link org.roster.scim.engine.brake.AccidentBrake}; stores ask it in their transactions, and an administrator lifts it
 * there.
 */
@NullMarked
package org.roster.scim.engine.brake;

import org.jspecify.annotations.NullMarked;

/**
 * A product that is told of changes by events, inside of the shipped WAR. Start with {@code EventsIT}; the code that
 * {@code scim-api/EVENTS.md} shows is {@code Payroll}.
 */
@NullMarked
package org.roster.scim.it.event;

import org.jspecify.annotations.NullMarked;

/**
 * How stores talk to a database: in transactions, again after a collision, and with values as parameters only. Start with
 * {@link org.roster.scim.engine.database.Retries}. Knows neither resources nor tables.
 */
@NullMarked
package org.roster.scim.engine.database;

import org.jspecify.annotations.NullMarked;

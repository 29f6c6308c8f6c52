/** SCIM messages from text to values and back. Knows JSON, but neither HTTP nor any resource type. */
@NullMarked
package org.roster.scim.engine.json;

import org.jspecify.annotations.NullMarked;

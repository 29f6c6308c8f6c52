/**
 * The main road of RFC 7644 as a client drives it. Each contract is one chapter of the RFC;
 * {@link org.roster.scim.it.protocol.ProtocolIT} runs them all against one deployment. Tags name the rules of our checklist.
 */
@NullMarked
package org.roster.scim.it.protocol;

import org.jspecify.annotations.NullMarked;

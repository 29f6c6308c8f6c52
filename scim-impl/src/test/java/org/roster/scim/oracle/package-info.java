/**
 * Second opinions. Here are the filter language, PATCH and the rest written a second time, in the plainest way and from
 * the RFCs alone, and asked the same random questions as the real ones. A difference is settled by the RFC.
 */
package org.roster.scim.oracle;

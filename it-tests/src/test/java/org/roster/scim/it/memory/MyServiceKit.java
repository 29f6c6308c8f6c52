package org.roster.scim.it.memory;

import org.roster.scim.it.protocol.HttpConformance;

/** As {@code KIT.md} shows it. */
class MyServiceKit extends HttpConformance {}

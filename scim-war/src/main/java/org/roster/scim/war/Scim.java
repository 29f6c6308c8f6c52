package org.roster.scim.war;

import jakarta.ws.rs.ApplicationPath;
import org.roster.scim.engine.boot.ScimApplication;

/** SCIM, below {@code /v2} of the WAR; web.xml has the filters, for a URL without a version and with a tenant too. */
@ApplicationPath("/v2")
public class Scim extends ScimApplication {}

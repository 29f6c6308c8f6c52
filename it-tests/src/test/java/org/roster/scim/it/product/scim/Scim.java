package org.roster.scim.it.product.scim;

import jakarta.ws.rs.ApplicationPath;
import org.roster.scim.engine.boot.ScimApplication;

/** SCIM, beside the product's own interface. */
@ApplicationPath("/scim/v2")
public class Scim extends ScimApplication {}

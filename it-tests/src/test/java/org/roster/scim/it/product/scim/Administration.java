package org.roster.scim.it.product.scim;

import jakarta.ws.rs.ApplicationPath;
import org.roster.scim.engine.boot.AdminApplication;

/** The administration of SCIM. */
@ApplicationPath("/scim/admin")
public class Administration extends AdminApplication {}

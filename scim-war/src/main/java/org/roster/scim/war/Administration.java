package org.roster.scim.war;

import jakarta.ws.rs.ApplicationPath;
import org.roster.scim.engine.boot.AdminApplication;

/** The administration, below {@code /admin/v1} of the WAR. */
@ApplicationPath("/admin/v1")
public class Administration extends AdminApplication {}

package org.roster.scim.it.benchmark.floor;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS at the root of the WAR. */
@ApplicationPath("/")
public class FloorApplication extends Application {}

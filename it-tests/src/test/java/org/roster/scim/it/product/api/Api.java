package org.roster.scim.it.product.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Names nothing, so that the server looks for everything. */
@ApplicationPath("/api")
public class Api extends Application {}

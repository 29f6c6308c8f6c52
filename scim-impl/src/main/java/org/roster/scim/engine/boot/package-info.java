/**
 * How the service comes into a deployment: the applications that JAX-RS finds, and the servlet filters in front of them. A
 * product has a subclass of {@link org.roster.scim.engine.boot.ScimApplication}, and
 * {@link org.roster.scim.engine.boot.Doors} does the rest.
 *
 * <p>Whatever stands in the deployment of a product is read by the scans of the product's own applications. So no class here
 * or in the rooms of the endpoints has {@code @Provider}, and {@code @Path} is on abstract classes alone: Jersey registers no
 * abstract class that it finds, and RESTEasy none that has {@code @Decorator}. What applications list are their nested
 * subclasses, which inherit the path. {@code @Vetoed} keeps CDI from taking the abstract ones for decorators.
 */
@NullMarked
package org.roster.scim.engine.boot;

import org.jspecify.annotations.NullMarked;

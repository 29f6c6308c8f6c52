/**
 * How the service comes into a deployment: the applications that JAX-RS finds, and the servlet filters in front of them. A
 * product has a subclass of {@link org.roster.scim.engine.boot.ScimApplication}, and
 * {@link org.roster.scim.engine.boot.Doors} does the rest.
 *
 * <p>Whatever stands in the deployment of a product is read by the scans of the product's own applications. So no class of the
 * engine has {@code @Provider} or, at the class, {@code @Path}: our applications list the providers, and
 * {@link org.roster.scim.engine.boot.Endpoints} makes the endpoints.
 *
 * <p>{@link org.roster.scim.engine.boot.MappingCheck} checks at the start what a product says of its entities. This room sees all the
 * others, and nobody sees it.
 */
@NullMarked
package org.roster.scim.engine.boot;

import org.jspecify.annotations.NullMarked;

package org.roster.scim.engine.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where an endpoint is, below the path of our own application. It is what {@code @Path} would be, but no server finds it: a scan
 * for a product's application would put the endpoint below that one's path as well.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AtPath {

    /**
     * The path.
     *
     * @return as for {@code @Path}
     */
    String value();
}

package org.roster.scim.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many tests of a class may be aborted because what they need is not there. One more, and the class fails with a list of
 * them. An aborted test has proved nothing; this keeps a hole from growing unseen. Without the annotation any number may be.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayAbort {

    /**
     * The most that are permitted; each dynamic and each parameterized test counts.
     *
     * @return 0 or more
     */
    int value();
}

package org.roster.scim.engine.store.mapped;

import java.lang.invoke.MethodType;

/** Primitive types as objects. */
final class Boxed {

    private Boxed() {}

    static Class<?> of(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}

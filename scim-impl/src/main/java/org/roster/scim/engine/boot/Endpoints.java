package org.roster.scim.engine.boot;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.rest.AtPath;

/**
 * Makes endpoints for JAX-RS: objects of a subclass that differs from the endpoint's class by {@code @Path} alone. The
 * subclass is made in memory, where no scan of the deployment finds it.
 */
public final class Endpoints {

    private static final Map<Class<?>, Class<?>> LOCATED = new ConcurrentHashMap<>();

    private final Function<Class<?>, Object> beans;
    private final Map<Class<?>, Object> made = new HashMap<>();

    private Endpoints(Function<Class<?>, Object> beans) {
        this.beans = beans;
    }

    /**
     * Makes those of SCIM.
     *
     * @param beans gives a bean of a type
     * @return the endpoints
     */
    public static Set<Object> ofScim(Function<Class<?>, Object> beans) {
        return of(ScimApplication.ENDPOINTS, beans);
    }

    static Set<Object> of(List<Class<?>> types, Function<Class<?>, Object> beans) {
        Endpoints endpoints = new Endpoints(beans);
        Set<Object> all = new LinkedHashSet<>();
        types.forEach(type -> all.add(endpoints.one(type)));
        return all;
    }

    private Object one(Class<?> type) {
        @Nullable Object known = made.get(type);
        if (known != null) {
            return known;
        }
        try {
            Constructor<?> constructor =
                    LOCATED.computeIfAbsent(type, Endpoints::located).getConstructors()[0];
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                Class<?> wanted = constructor.getParameterTypes()[i];
                arguments[i] = wanted.isAnnotationPresent(AtPath.class) ? one(wanted) : beans.apply(wanted);
            }
            Object endpoint = constructor.newInstance(arguments);
            made.put(type, endpoint);
            return endpoint;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the endpoint " + type.getName() + " cannot be made", e);
        }
    }

    private static Class<?> located(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .defineClass(new LocatedClass(type).bytes());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the endpoint " + type.getName() + " cannot have a path", e);
        }
    }
}

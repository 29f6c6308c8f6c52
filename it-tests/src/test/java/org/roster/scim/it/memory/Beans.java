package org.roster.scim.it.memory;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes beans as CDI would, one of each class: by the constructor with {@code @Inject}, or the only one that takes nothing. */
final class Beans {
    private final Map<Class<?>, Object> known = new HashMap<>();

    /** What is injected wherever this type is asked for. */
    <T> Beans with(Class<T> type, T bean) {
        known.put(type, bean);
        return this;
    }

    <T> T of(Class<T> type) {
        Object bean = known.get(type);
        if (bean == null) {
            bean = make(type);
            known.put(type, bean);
        }
        return type.cast(bean);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> c.isAnnotationPresent(Inject.class))
                .findFirst()
                .or(() -> Arrays.stream(type.getDeclaredConstructors())
                        .filter(c -> c.getParameterCount() == 0)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no bean of " + type));
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(
                    Arrays.stream(constructor.getParameterTypes()).map(this::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }
}

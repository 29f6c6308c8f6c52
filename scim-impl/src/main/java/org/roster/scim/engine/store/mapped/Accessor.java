package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.Attribute;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/**
 * Reads and writes a persistent attribute of an object. Written is by the setter, where there is one; else by the methods that a
 * JPA provider wove into the class, so that it notices; else by the field. Entities are closed: nothing in them is expected.
 *
 * @param attribute the attribute
 */
record Accessor(Attribute<?, ?> attribute) {

    private static final List<String> WOVEN_READERS = List.of("_persistence_get_", "$$_hibernate_read_");
    private static final List<String> WOVEN_WRITERS = List.of("_persistence_set_", "$$_hibernate_write_");

    Optional<Object> get(Object owner) {
        Optional<Method> woven = WOVEN_READERS.stream()
                .flatMap(prefix -> method(owner, prefix + attribute.getName(), 0).stream())
                .findFirst();
        if (woven.isPresent()) {
            return Optional.ofNullable(call(woven.get(), owner));
        }
        Member member = attribute.getJavaMember();
        if (member instanceof Method getter) {
            return Optional.ofNullable(call(getter, owner));
        }
        return Optional.ofNullable(read(field(owner), owner));
    }

    void set(Object owner, @Nullable Object value) {
        Optional<Method> setter = Stream.concat(
                        Stream.of("set" + capitalized()),
                        WOVEN_WRITERS.stream().map(prefix -> prefix + attribute.getName()))
                .flatMap(name -> method(owner, name, 1).stream())
                .filter(m -> Boxed.of(m.getParameterTypes()[0]).isAssignableFrom(Boxed.of(attribute.getJavaType())))
                .findFirst();
        if (value == null && attribute.getJavaType().isPrimitive()) {
            throw ScimException.invalidValue("a value is required and was removed");
        }
        if (setter.isPresent()) {
            call(setter.get(), owner, value);
        } else {
            write(field(owner), owner, value);
        }
    }

    private String capitalized() {
        String name = attribute.getName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Optional<Method> method(Object owner, String name, int parameters) {
        return classes(owner.getClass())
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
                .findFirst();
    }

    private static Stream<Class<?>> classes(Class<?> type) {
        return Stream.iterate(type, c -> c != null, Class::getSuperclass);
    }

    private Field field(Object owner) {
        return classes(owner.getClass())
                .flatMap(c -> Stream.of(c.getDeclaredFields()))
                .filter(f -> f.getName().equals(attribute.getName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SCIM11003 "
                        + owner.getClass().getName() + " has neither a field nor a setter for " + attribute.getName()));
    }

    /** A new object of a class with a constructor without parameters, of whatever visibility. */
    static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            open(constructor);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "SCIM11002 " + type.getName() + " cannot be made; give its mapping a .constructor(...)", e);
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            open(field);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("SCIM11004 " + field + " cannot be read", e);
        }
    }

    private static void write(Field field, Object owner, @Nullable Object value) {
        try {
            open(field);
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("SCIM11005 " + field + " cannot be written", e);
        }
    }

    private static @Nullable Object call(Method method, Object owner, @Nullable Object... arguments) {
        try {
            open(method);
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("SCIM11006 " + method + " cannot be called", e);
        }
    }

    private static void open(AccessibleObject member) {
        member.setAccessible(true);
    }

    /** What the entity's own code throws. */
    private static RuntimeException refused(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException own) {
            return own;
        }
        return new IllegalStateException("SCIM11007 code of an entity failed", e.getCause());
    }
}

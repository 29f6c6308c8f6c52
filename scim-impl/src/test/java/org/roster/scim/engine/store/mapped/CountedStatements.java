package org.roster.scim.engine.store.mapped;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What goes over the connections of a data source: the statements, and how many rows come back. */
final class CountedStatements {

    private static final Map<Class<?>, List<Class<?>>> WATCHED = Map.of(
            DataSource.class, List.of(Connection.class),
            Connection.class, List.of(PreparedStatement.class),
            PreparedStatement.class, List.of(ResultSet.class),
            ResultSet.class, List.of());

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger rows = new AtomicInteger();

    /** The same data source, counted. */
    DataSource of(DataSource source) {
        return DataSource.class.cast(watched(DataSource.class, source));
    }

    void begin() {
        texts.clear();
        rows.set(0);
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    int rows() {
        return rows.get();
    }

    private Object watched(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    @Nullable Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("prepareStatement")) {
                        texts.add(String.valueOf(arguments[0]));
                    } else if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                        rows.incrementAndGet();
                    }
                    if (result == null) {
                        return null;
                    }
                    Object there = result;
                    return WATCHED.getOrDefault(type, List.of()).stream()
                            .filter(c -> c.isInstance(there) && c.equals(method.getReturnType()))
                            .findFirst()
                            .map(c -> watched(c, there))
                            .orElse(there);
                });
    }
}

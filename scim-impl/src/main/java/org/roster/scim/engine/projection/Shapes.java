package org.roster.scim.engine.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;

/** Remembers the shapes that clients ask for; a client asks for the same few again and again. Thread-safe. */
public final class Shapes {

    private static final int MOST = 256;

    private record Key(ResourceType type, Projection projection) {}

    private final Map<Key, Shape> known = new ConcurrentHashMap<>();

    /** Begins without any. */
    public Shapes() {}

    Shape of(ResourceType type, Projection projection) {
        if (known.size() >= MOST) {
            // Somebody asks for ever new ones, or the schemas changed often; those in use are soon back.
            known.clear();
        }
        return known.computeIfAbsent(new Key(type, projection), key -> Shape.of(key.type(), key.projection()));
    }
}

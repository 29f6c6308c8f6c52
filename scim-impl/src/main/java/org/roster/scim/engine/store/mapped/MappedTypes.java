package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/** The mapped resource types, checked once, and again when the schemas change. Thread-safe. */
final class MappedTypes {

    private final SchemaRegistry registry;
    private final List<EntityMapping<?>> mappings;
    private final Supplier<Metamodel> metamodel;
    private volatile @Nullable Compiled compiled;

    MappedTypes(SchemaRegistry registry, List<EntityMapping<?>> mappings, Supplier<Metamodel> metamodel) {
        this.registry = registry;
        this.mappings = List.copyOf(mappings);
        this.metamodel = metamodel;
    }

    private record Compiled(List<ResourceType> types, Map<String, MappedType> mapped, List<String> mistakes) {}

    boolean has(ResourceType type) {
        return mappings.stream().anyMatch(m -> m.resourceType().equals(type.name()));
    }

    MappedType of(ResourceType type) {
        return Optional.ofNullable(compiled().mapped().get(type.name()))
                .orElseThrow(() -> new IllegalStateException("SCIM11001 " + type + " is not mapped"));
    }

    List<MappedType> all() {
        return List.copyOf(compiled().mapped().values());
    }

    List<String> mistakes() {
        return compiled().mistakes();
    }

    private Compiled compiled() {
        if (mappings.isEmpty()) {
            // A service without mappings has no persistence unit of a product either.
            return new Compiled(List.of(), Map.of(), List.of());
        }
        @Nullable Compiled known = compiled;
        List<ResourceType> types = registry.resourceTypes();
        if (known == null || known.types() != types) {
            Mistakes mistakes = new Mistakes();
            Map<String, MappedType> mapped = new MappingCompiler(metamodel.get(), registry, mistakes).compile(mappings);
            known = new Compiled(types, mapped, mistakes.sentences());
            compiled = known;
        }
        return known;
    }
}

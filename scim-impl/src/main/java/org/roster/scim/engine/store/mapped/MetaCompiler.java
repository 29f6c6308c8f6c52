package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.FieldValue;
import org.roster.scim.mapping.Identity;

/**
 * Checks id, meta and the rows of a mapping.
 *
 * @param entity of the mapping
 * @param mapping the mapping
 * @param fields finds them
 */
record MetaCompiler(EntityType<?> entity, EntityMapping<?> mapping, FieldFinder fields) {

    Optional<MappedType.MetaFields> metaFields() {
        Identity identity = mapping.identity();
        Optional<Field> version = identity.version().isPresent()
                ? find("version", identity.version().get())
                : declaredVersion();
        version.filter(v -> !NumberType.takesWhole(v.type()))
                .ifPresent(v -> fields.at()
                        .part("version")
                        .add("the field \"" + v + "\" is of type " + v.type().getSimpleName()
                                + "; a version is a whole number that JPA counts up"));
        Optional<Field> created = identity.created().flatMap(name -> time("created", name));
        Optional<Field> lastModified = identity.lastModified().flatMap(name -> time("lastModified", name));
        return id().map(id -> new MappedType.MetaFields(new IdColumn(id), version, created, lastModified));
    }

    private Optional<Field> find(String part, String name) {
        return at(part).value(name);
    }

    private FieldFinder at(String part) {
        return fields.at(fields.at().part(part));
    }

    private Optional<Field> id() {
        Mistakes.At at = fields.at().part("id");
        Optional<String> name = mapping.identity().id();
        if (name.isEmpty() && !entity.hasSingleIdAttribute()) {
            at.add("the entity " + entity.getName()
                    + " has an id of several fields; name one field with a unique value by .id(...)");
            return Optional.empty();
        }
        Optional<Field> id =
                name.isPresent() ? find("id", name.get()) : declaredId().map(a -> new Field(List.of(a)));
        Optional<Field> fitting = id.filter(f -> IdColumn.takes(f.type()) && !f.joined());
        if (id.isPresent() && fitting.isEmpty()) {
            at.add("the field \"" + id.get() + "\" is of type "
                    + id.get().type().getSimpleName() + "; an id is text, UUID or a whole number of the entity itself");
        }
        fitting.filter(f -> f.type() != String.class && f.type() != UUID.class)
                .filter(f -> f.last() instanceof SingularAttribute<?, ?> s && !MappingCompiler.generated(s))
                .filter(f -> mapping.constructor().isEmpty())
                .ifPresent(f -> at.add("the field \"" + f
                        + "\" is a number that nobody generates; give it @GeneratedValue, make new entities by"
                        + " .constructor(...), or name another field"));
        return fitting;
    }

    private Optional<SingularAttribute<?, ?>> declaredId() {
        return entity.getSingularAttributes().stream()
                .filter(SingularAttribute::isId)
                .<SingularAttribute<?, ?>>map(a -> a)
                .findFirst();
    }

    private Optional<Field> declaredVersion() {
        return entity.getSingularAttributes().stream()
                .filter(SingularAttribute::isVersion)
                .findFirst()
                .map(a -> new Field(List.of(a)));
    }

    private Optional<Field> time(String part, String name) {
        return find(part, name).filter(f -> {
            if (!TimeType.takes(f.type())) {
                fields.at()
                        .part(part)
                        .add("the field \"" + name + "\" is of type " + f.type().getSimpleName()
                                + "; name one with a point in time, for instance an Instant");
            }
            return TimeType.takes(f.type());
        });
    }

    Scope scope() {
        var rows = mapping.rows();
        List<Scope.Mark> restrictions = new ArrayList<>();
        rows.restrictions().forEach(r -> mark("restrict", r).ifPresent(restrictions::add));
        return new Scope(
                rows.tenant().flatMap(this::tenant),
                rows.softDelete().flatMap(d -> mark("softDelete", d)),
                rows.deletedSince().flatMap(name -> time("deletedSince", name)),
                remover(),
                restrictions,
                rows.owned().flatMap(o -> mark("owned", o)));
    }

    private Optional<Consumer<Object>> remover() {
        var rows = mapping.rows();
        if (rows.deletedBy().isPresent()
                && rows.softDelete().isEmpty()
                && rows.deletedSince().isEmpty()) {
            fields.at()
                    .part("deletedBy")
                    .add(
                            "calls a method of the entity instead of deleting the row, but nothing says which rows are gone;"
                                    + " add .softDelete(<field>, <value>) or .deletedSince(<field>)");
        }
        return rows.deletedBy();
    }

    private Optional<Field> tenant(String name) {
        return find("tenant", name).filter(f -> {
            if (f.type() != String.class) {
                fields.at()
                        .part("tenant")
                        .add("the field \"" + name + "\" is of type " + f.type().getSimpleName()
                                + "; a tenant has a name, so name a field with text");
            }
            return f.type() == String.class;
        });
    }

    private Optional<Scope.Mark> mark(String part, FieldValue value) {
        return find(part, value.field())
                .filter(f -> fits(f, value.value(), fields.at().part(part)))
                .map(f -> new Scope.Mark(f, value.value()));
    }

    static boolean fits(Field field, Object value, Mistakes.At at) {
        if (!field.type().isInstance(value)) {
            at.add("the field \"" + field + "\" is of type " + field.type().getSimpleName() + " and the value \""
                    + value + "\" is not; give it one of that type");
        }
        return field.type().isInstance(value);
    }
}

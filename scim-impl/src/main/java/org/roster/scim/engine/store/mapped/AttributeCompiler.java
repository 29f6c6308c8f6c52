package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.mapping.AttributeMapping;
import org.roster.scim.mapping.ColumnMapping;
import org.roster.scim.mapping.ComputedMapping;
import org.roster.scim.mapping.ConstantMapping;
import org.roster.scim.mapping.ElementsMapping;
import org.roster.scim.mapping.FixedColumnsMapping;
import org.roster.scim.mapping.KeyedMapping;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/** Checks how attributes lie on an entity. What is wrong is told, and left out. */
final class AttributeCompiler implements AttributeMapping.Visitor<Optional<MappedAttribute>> {

    private final ResourceType type;
    private final FieldFinder fields;
    private final Child.Owner owner;
    private final Map<String, String> taken = new HashMap<>();

    AttributeCompiler(ResourceType type, FieldFinder fields, Child.Owner owner) {
        this.type = type;
        this.fields = fields;
        this.owner = owner;
    }

    private Mistakes.At at(String attribute) {
        return fields.at().attribute(attribute);
    }

    private Optional<ResolvedPath> path(AttributeMapping mapping) {
        return type.resolve(mapping.attribute());
    }

    @Override
    public Optional<MappedAttribute> column(ColumnMapping mapping) {
        return path(mapping)
                .filter(p -> !p.attribute().multiValued() && !p.target().complex())
                .flatMap(p -> column(p, mapping, fields, mapping.attribute()))
                .map(c -> c);
    }

    private Optional<ColumnAttribute> column(
            ResolvedPath path, ColumnMapping mapping, FieldFinder finder, String said) {
        FieldFinder here = finder.at(at(said));
        Optional<Field> field = here.value(mapping.field());
        Optional<Field> folded = mapping.folded().flatMap(f -> folded(here, f));
        if (field.isEmpty() || (mapping.folded().isPresent() && folded.isEmpty())) {
            return Optional.empty();
        }
        if (mapping.maker().isPresent() && !field.get().joined()) {
            here.at()
                    .add("the field \"" + field.get()
                            + "\" is not one of a joined entity, so there is nothing to make; take"
                            + " .madeBy(...) away");
        }
        if (!mapping.readOnly()) {
            @Nullable
            String other = taken.putIfAbsent(finder.type().getJavaType().getName() + "." + field.get(), said);
            if (other != null) {
                at(said).add("the field \"" + field.get() + "\" belongs to the attribute \"" + other
                        + "\" already; make one of the two .readOnly()");
            }
        }
        return ColumnTypes.of(path.target(), field.get().type(), mapping, at(said))
                .map(columnType -> new ColumnAttribute(
                        path,
                        new ColumnAttribute.Place(
                                field.get(),
                                folded,
                                mapping.collated(),
                                mapping.readOnly(),
                                mapping.writer(),
                                mapping.maker()),
                        columnType));
    }

    private static Optional<Field> folded(FieldFinder here, String name) {
        return here.value(name).filter(field -> {
            if (field.type() != String.class) {
                here.at()
                        .add("the folded field \"" + name + "\" is of type "
                                + field.type().getSimpleName() + "; folded text needs a field of type String");
            }
            return field.type() == String.class;
        });
    }

    @Override
    public Optional<MappedAttribute> computed(ComputedMapping mapping) {
        FieldFinder here = fields.at(at(mapping.attribute()));
        List<Field> sources =
                mapping.fields().stream().flatMap(f -> here.value(f).stream()).toList();
        return path(mapping).map(p -> new ComputedAttribute(p, sources, mapping.value()));
    }

    @Override
    public Optional<MappedAttribute> constant(ConstantMapping mapping) {
        return path(mapping).map(p -> constant(p, mapping.value()));
    }

    private static ConstantAttribute constant(ResolvedPath path, Object value) {
        return new ConstantAttribute(path, JsonValues.of(value).orElseThrow());
    }

    @Override
    public Optional<MappedAttribute> fixedColumns(FixedColumnsMapping mapping) {
        Optional<ResolvedPath> path = path(mapping).filter(p -> p.attribute().multiValued());
        return path.map(p -> {
            List<FixedAttribute.Element> elements = new ArrayList<>();
            for (FixedColumnsMapping.Element element : mapping.elements()) {
                List<ConstantAttribute> constants = new ArrayList<>();
                p.sub("type").ifPresent(t -> constants.add(constant(t, element.type())));
                if (elements.isEmpty()) {
                    p.sub("primary").ifPresent(t -> constants.add(constant(t, true)));
                }
                List<ColumnAttribute> columns = element.subAttributes().stream()
                        .flatMap(c -> sub(p, c, fields).stream())
                        .toList();
                elements.add(new FixedAttribute.Element(constants, columns));
            }
            return new FixedAttribute(p, elements);
        });
    }

    private Optional<ColumnAttribute> sub(ResolvedPath path, ColumnMapping mapping, FieldFinder finder) {
        return path.sub(mapping.attribute()).flatMap(s -> column(s, mapping, finder, path + "." + mapping.attribute()));
    }

    @Override
    public Optional<MappedAttribute> elements(ElementsMapping mapping) {
        FieldFinder here = fields.at(at(mapping.attribute()));
        Optional<ResolvedPath> path = path(mapping).filter(p -> p.attribute().multiValued());
        Optional<Field> collection = here.collection(mapping.field());
        if (path.isEmpty() || collection.isEmpty()) {
            return Optional.empty();
        }
        Optional<Child> child = child(collection.get(), mapping.owner(), here.at());
        Optional<ElementsAttribute.Parts> parts = parts(path.get(), mapping, collection.get());
        return child.flatMap(c -> parts.map(p -> new ElementsAttribute(path.get(), c, p, mapping.readOnly())));
    }

    private Optional<ElementsAttribute.Parts> parts(ResolvedPath path, ElementsMapping mapping, Field collection) {
        jakarta.persistence.metamodel.Type<?> element = elementType(collection);
        if (!(element instanceof ManagedType<?> managed)) {
            Attribute value = path.attribute().complex()
                    ? path.attribute().subAttribute("value").orElse(path.attribute())
                    : path.attribute();
            ResolvedPath target = path.attribute().complex() ? path.sub("value").orElse(path) : path;
            return ColumnTypes.direct(value, Boxed.of(element.getJavaType()), false, at(mapping.attribute()))
                    .map(t -> new ElementsAttribute.Parts(
                            List.of(), List.of(), Optional.of(new ElementsAttribute.Basic(target, t))));
        }
        FieldFinder inside = new FieldFinder(managed, at(mapping.attribute()));
        List<ColumnAttribute> columns = new ArrayList<>();
        List<ConstantAttribute> constants = new ArrayList<>();
        for (AttributeMapping part : mapping.subAttributes()) {
            if (part instanceof ColumnMapping column) {
                sub(path, column, inside).ifPresent(columns::add);
            } else if (part instanceof ConstantMapping fixed) {
                path.sub(part.attribute()).map(s -> constant(s, fixed.value())).ifPresent(constants::add);
            }
        }
        if (columns.isEmpty()) {
            inside.at()
                    .add("the elements of \"" + mapping.field() + "\" are objects, and none of their fields is mapped;"
                            + " map one by e.attribute(\"value\", <field of "
                            + managed.getJavaType().getSimpleName() + ">)");
        }
        return Optional.of(new ElementsAttribute.Parts(columns, constants, Optional.empty()));
    }

    private static jakarta.persistence.metamodel.Type<?> elementType(Field collection) {
        return ((PluralAttribute<?, ?, ?>) collection.last()).getElementType();
    }

    private Optional<Child> child(Field collection, Optional<String> named, Mistakes.At at) {
        Child bare = new Child(owner, collection, Optional.empty());
        if (!bare.isEntity()) {
            return Optional.of(bare);
        }
        FieldFinder inside = new FieldFinder((ManagedType<?>) elementType(collection), at);
        Optional<Field> parent = named.isPresent()
                ? inside.reference(named.get())
                : inside.backTo(fields.type().getJavaType());
        return Optional.of(new Child(owner, collection, parent));
    }

    @Override
    public Optional<MappedAttribute> keyed(KeyedMapping mapping) {
        FieldFinder here = fields.at(at(mapping.attribute()));
        Optional<ResolvedPath> path = path(mapping).filter(p -> p.subAttribute().isEmpty());
        Optional<Field> collection = here.collection(mapping.table().field());
        if (path.isEmpty() || collection.isEmpty()) {
            return Optional.empty();
        }
        if (!(elementType(collection.get()) instanceof ManagedType<?> managed)) {
            here.at().add("the elements of \"" + collection.get() + "\" have no fields; name a collection of objects");
            return Optional.empty();
        }
        FieldFinder inside = new FieldFinder(managed, here.at());
        Optional<Field> name = inside.value(mapping.table().nameField());
        Optional<ColumnAttribute> value = inside.value(mapping.table().valueField())
                .flatMap(f -> ColumnTypes.direct(path.get().target(), f.type(), false, here.at())
                        .map(t -> new ColumnAttribute(path.get(), ColumnAttribute.Place.plain(f, false, false), t)));
        return child(collection.get(), Optional.empty(), here.at())
                .flatMap(c ->
                        name.flatMap(n -> value.map(v -> new KeyedAttribute(path.get(), c, n, v, mapping.name()))));
    }
}

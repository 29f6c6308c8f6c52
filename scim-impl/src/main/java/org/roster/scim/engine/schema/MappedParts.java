package org.roster.scim.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.mapping.AttributeMapping;
import org.roster.scim.mapping.ColumnMapping;
import org.roster.scim.mapping.ComputedMapping;
import org.roster.scim.mapping.ConstantMapping;
import org.roster.scim.mapping.ElementsMapping;
import org.roster.scim.mapping.FixedColumnsMapping;
import org.roster.scim.mapping.KeyedMapping;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.Suggestion;

/**
 * What one part of a mapping leaves of its attribute.
 *
 * @param readOnly whether clients cannot write it
 * @param multiValued whether the part is for a multi-valued attribute
 * @param subs what it leaves of a sub-attribute; empty if that is not mapped
 * @param named the sub-attributes that it names
 */
record MappedParts(
        boolean readOnly, boolean multiValued, Function<Attribute, Optional<Attribute>> subs, List<String> named) {

    static MappedParts of(AttributeMapping mapping) {
        return mapping.accept(new Reader());
    }

    static Attribute readOnly(Attribute attribute) {
        return attribute.toBuilder()
                .mutability(Mutability.READ_ONLY)
                .required(false)
                .subAttributes(attribute.subAttributes().stream()
                        .map(MappedParts::readOnly)
                        .toList())
                .build();
    }

    /** The address of a resource whose id is mapped: it follows from the id. */
    static Optional<Attribute> address(Attribute attribute, Attribute sub, List<AttributeMapping> parts) {
        boolean follows = sub.name().equals("$ref")
                && !sub.referenceTypes().contains("external")
                && parts.stream()
                        .anyMatch(p -> attribute
                                .subAttribute("value")
                                .flatMap(value -> of(p).narrowed(attribute, value))
                                .isPresent());
        return follows ? Optional.of(readOnly(sub)) : Optional.empty();
    }

    /** What is left of a sub-attribute of a complex attribute. */
    Optional<Attribute> narrowed(Attribute attribute, Attribute sub) {
        return subs.apply(sub);
    }

    /** What is wrong with the shape of the mapping. */
    Optional<String> mistake(ResolvedPath path) {
        Attribute whole = path.attribute();
        if (multiValued && !(path.target().multiValued() && path.subAttribute().isEmpty())) {
            return Optional.of(
                    "is not multi-valued, so it has no elements; map it by .attribute(\"" + path + "\", field)");
        }
        if (!multiValued && whole.multiValued()) {
            return Optional.of("is multi-valued, and this is a single column; map \"" + whole.name()
                    + "\" by .columns(...) for a fixed set of columns, or by .elements(...) for a collection");
        }
        if (!multiValued && path.target().complex()) {
            return Optional.of("is complex; map its sub-attributes, for instance \"" + path + "."
                    + whole.subAttributes().get(0).name() + "\"");
        }
        return named.stream()
                .filter(name -> whole.complex() ? whole.subAttribute(name).isEmpty() : !name.equals("value"))
                .findFirst()
                .map(name -> "has no sub-attribute \"" + name + "\""
                        + Suggestion.of(name, whole.subAttributes().stream().map(Attribute::name)));
    }

    private static final class Reader implements AttributeMapping.Visitor<MappedParts> {

        @Override
        public MappedParts column(ColumnMapping mapping) {
            return single(mapping, mapping.readOnly());
        }

        @Override
        public MappedParts computed(ComputedMapping mapping) {
            return single(mapping, true);
        }

        @Override
        public MappedParts constant(ConstantMapping mapping) {
            return single(mapping, true);
        }

        @Override
        public MappedParts keyed(KeyedMapping mapping) {
            return single(mapping, false);
        }

        private static MappedParts single(AttributeMapping mapping, boolean readOnly) {
            String name = mapping.attribute().substring(mapping.attribute().lastIndexOf('.') + 1);
            return new MappedParts(
                    readOnly,
                    false,
                    sub -> sub.name().equalsIgnoreCase(name)
                            ? Optional.of(readOnly ? readOnly(sub) : sub)
                            : Optional.empty(),
                    List.of());
        }

        @Override
        public MappedParts fixedColumns(FixedColumnsMapping mapping) {
            List<ColumnMapping> columns = mapping.elements().stream()
                    .flatMap(e -> e.subAttributes().stream())
                    .toList();
            List<String> types = mapping.elements().stream()
                    .map(FixedColumnsMapping.Element::type)
                    .toList();
            boolean readOnly = columns.stream().allMatch(ColumnMapping::readOnly);
            return new MappedParts(
                    readOnly,
                    true,
                    sub -> switch (sub.name()) {
                        case "type" ->
                            Optional.of(sub.toBuilder().canonicalValues(types).build());
                        case "primary" -> Optional.of(readOnly(sub));
                        default -> sub(sub, columns);
                    },
                    Stream.concat(Stream.of("type"), columns.stream().map(ColumnMapping::attribute))
                            .toList());
        }

        @Override
        public MappedParts elements(ElementsMapping mapping) {
            List<AttributeMapping> parts = mapping.subAttributes();
            if (parts.isEmpty()) {
                return new MappedParts(
                        mapping.readOnly(),
                        true,
                        sub -> sub.name().equals("value") ? Optional.of(sub) : Optional.empty(),
                        List.of("value"));
            }
            return new MappedParts(
                    mapping.readOnly(),
                    true,
                    sub -> sub(sub, parts),
                    parts.stream().map(AttributeMapping::attribute).toList());
        }

        private static Optional<Attribute> sub(Attribute sub, List<? extends AttributeMapping> parts) {
            return parts.stream()
                    .filter(p -> p.attribute().equalsIgnoreCase(sub.name()))
                    .findFirst()
                    .map(p -> of(p).readOnly() ? readOnly(sub) : sub);
        }
    }
}

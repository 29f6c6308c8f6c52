package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.roster.scim.engine.store.mapped.MappedAttribute.Comparand;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Translates a bound filter to a condition on the rows of a resource type. An attribute that is not mapped has no value.
 *
 * @param mapped where the attributes lie
 * @param search the statement
 */
record FilterTranslator(MappedType mapped, Search search) implements Filter.Visitor<Condition> {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Condition and(And and) {
        return Condition.and(and.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Condition or(Or or) {
        return Condition.or(or.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Condition not(Not not) {
        return not.term().accept(this).not();
    }

    @Override
    public Condition present(Present present) {
        ResolvedPath path = resolve(present.path());
        String name = path.path().name();
        if (path.extension().isEmpty() && List.of("id", "meta", "schemas").contains(name)) {
            return Condition.ALL;
        }
        return mapped.attribute(path).map(a -> a.present(search, sub(path))).orElse(Condition.NONE);
    }

    private static Optional<String> sub(ResolvedPath path) {
        return path.subAttribute().map(Attribute::name);
    }

    @Override
    public Condition comparison(Comparison comparison) {
        boolean negated = comparison.operator() == CompareOperator.NE;
        if (JsonValue.NULL.equals(comparison.value())) {
            Condition present = present(new Present(comparison.path()));
            return negated ? present : present.not();
        }
        Condition compares =
                compares(resolve(comparison.path()), new Comparand(comparison.operator(), comparison.value()));
        return negated ? compares.not() : compares;
    }

    private Condition compares(ResolvedPath path, Comparand comparand) {
        String name = path.extension().isPresent() ? "" : path.path().name();
        return switch (name) {
            case "id" -> mapped.id().compares(search, comparand);
            case "meta" -> meta(path, comparand);
            case "schemas" -> schemas(urn -> holds(path, comparand, urn));
            default ->
                mapped.attribute(path)
                        .map(a -> a.compares(search, sub(path), comparand))
                        .orElse(Condition.NONE);
        };
    }

    private static boolean holds(ResolvedPath path, Comparand comparand, String own) {
        Optional<String> sought = ComparisonKey.of(path.target(), comparand.value());
        return sought.isPresent() && comparand.operator().holds(ComparisonKey.ofText(path.target(), own), sought.get());
    }

    private Condition meta(ResolvedPath path, Comparand comparand) {
        return switch (path.target().name()) {
            case "created" -> time(path, mapped.fields().created(), comparand);
            case "lastModified" ->
                time(
                        path,
                        mapped.fields().lastModified().or(() -> mapped.fields().created()),
                        comparand);
            case "resourceType" ->
                Condition.of(holds(path, comparand, mapped.type().name()));
            default -> throw ColumnType.notSearchable("\"" + path + "\" is not searchable");
        };
    }

    /** A row without a time is as old as can be, as it is shown. */
    private Condition time(ResolvedPath path, Optional<Field> field, Comparand comparand) {
        Condition unknown = Condition.of(holds(path, comparand, Instant.EPOCH.toString()));
        if (field.isEmpty()) {
            return unknown;
        }
        String column = search.from().path(field.get());
        Operand operand = new Operand(column, column, search.parameters());
        Condition known = new TimeType(field.get().type()).compares(operand, comparand.operator(), comparand.value());
        return unknown.equals(Condition.ALL)
                ? Condition.or(List.of(known, Condition.present(column).not()))
                : known;
    }

    /** A resource lists its core schema, and each extension of which it has something. */
    private Condition schemas(Predicate<String> listed) {
        ResourceType type = mapped.type();
        if (listed.test(type.schema().id())) {
            return Condition.ALL;
        }
        return Condition.or(mapped.attributes().stream()
                .filter(a -> a.path().extension().filter(listed).isPresent())
                .map(a -> a.present(search, Optional.empty()))
                .toList());
    }

    @Override
    public Condition valuePath(ValuePath valuePath) {
        ResolvedPath path = resolve(valuePath.path());
        if (path.extension().isEmpty() && path.path().name().equals("schemas")) {
            return schemas(
                    urn -> FilterEvaluator.matchesElement(valuePath.filter(), path.attribute(), JSON.createValue(urn)));
        }
        if (path.extension().isEmpty() && path.path().name().equals("meta")) {
            return valuePath
                    .filter()
                    .accept(new ElementFilter(name -> path.sub(name).map(this::metaLeaf)));
        }
        return mapped.attribute(path)
                .map(a -> a.matches(search, valuePath.filter()))
                .orElse(Condition.NONE);
    }

    private ElementFilter.Leaf metaLeaf(ResolvedPath path) {
        return new ElementFilter.Leaf() {
            @Override
            public Condition present() {
                return Condition.ALL;
            }

            @Override
            public Condition compares(Comparand comparand) {
                return meta(path, comparand);
            }
        };
    }

    private ResolvedPath resolve(AttributePath path) {
        return mapped.type()
                .resolve(path)
                .orElseThrow(() -> new IllegalArgumentException("filter is not bound: " + path));
    }
}

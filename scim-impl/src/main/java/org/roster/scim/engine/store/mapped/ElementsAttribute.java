package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * A multi-valued attribute on a collection.
 *
 * @param path the attribute
 * @param child the collection
 * @param parts sub-attributes of an element
 * @param readOnly whether it is never written
 */
record ElementsAttribute(ResolvedPath path, Child child, Parts parts, boolean readOnly) implements ListAttribute {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Sub-attributes of an element.
     *
     * @param columns on fields of the element
     * @param constants the same in each element
     * @param basic the element itself, where it is a basic value; else empty
     */
    record Parts(List<ColumnAttribute> columns, List<ConstantAttribute> constants, Optional<Basic> basic) {
        Parts {
            columns = List.copyOf(columns);
            constants = List.copyOf(constants);
        }
    }

    /**
     * An element that is a basic value.
     *
     * @param path the attribute, or its sub-attribute {@code value}
     * @param type how it is converted
     */
    record Basic(ResolvedPath path, ColumnType type) {

        Operand operand(Search search) {
            String own = search.from().alias();
            boolean folds = !path.target().caseExact() && type instanceof TextType;
            // Not lower(x): EclipseLink's grammar has no alias there.
            return new Operand(own, folds ? "function('lower', " + own + ")" : own, search.parameters());
        }

        ElementFilter.Leaf leaf(Search search) {
            return new ElementFilter.Leaf() {
                @Override
                public Condition present() {
                    return type.present(operand(search));
                }

                @Override
                public Condition compares(Comparand comparand) {
                    return type.compares(operand(search), comparand.operator(), comparand.value());
                }
            };
        }
    }

    /** An element that is not empty: only such are shown. */
    private Condition filled(Search search) {
        return parts.basic()
                .map(b -> b.leaf(search).present())
                .orElseGet(() -> Condition.or(parts.columns().stream()
                        .map(c -> c.present(search, Optional.empty()))
                        .toList()));
    }

    private Optional<ElementFilter.Leaf> leaf(Search search, String name) {
        if (parts.basic().isPresent()) {
            return parts.basic()
                    .filter(b -> !path.attribute().complex() || name.equalsIgnoreCase("value"))
                    .map(b -> b.leaf(search));
        }
        return parts.columns().stream()
                .filter(c -> c.path().target().name().equalsIgnoreCase(name))
                .map(c -> c.leaf(search))
                .findFirst()
                .or(() -> parts.constants().stream()
                        .filter(c -> c.path().target().name().equalsIgnoreCase(name))
                        .map(ElementFilter.Leaf::constant)
                        .findFirst());
    }

    private Condition exists(Search search, Function<Search, Condition> element) {
        From rows = child.rows("x" + search.numbers().next());
        Condition condition = element.apply(search.in(rows));
        return condition.exists(child.subquery(rows, search));
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return exists(
                search,
                x -> filled(x)
                        .and(sub.map(name -> leaf(x, name)
                                        .map(ElementFilter.Leaf::present)
                                        .orElse(Condition.NONE))
                                .orElse(Condition.ALL)));
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        if (sub.isEmpty() && path.attribute().complex()) {
            return Condition.NONE;
        }
        return exists(
                search,
                x -> leaf(x, sub.orElse("value"))
                        .map(leaf -> leaf.compares(comparand))
                        .map(compares -> compares.equals(Condition.ALL) ? filled(x) : compares)
                        .orElse(Condition.NONE));
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return exists(
                search,
                x -> element.accept(new ElementFilter(name -> leaf(x, name))).and(filled(x)));
    }

    @Override
    public Map<Object, JsonValue> load(Rows rows, Collection<Object> ids) {
        From from = child.rows("x");
        Columns columns = new Columns(from);
        Columns.Column owner = columns.add(child.ownerId("x"));
        return rows.lists(columns, element(columns), new Rows.Of(owner, child.ownerId("x"), ids));
    }

    private RowAttribute.Reading element(Columns columns) {
        if (parts.basic().isPresent()) {
            Columns.Column value = columns.add(columns.from().alias());
            ColumnType type = parts.basic().get().type();
            return row -> type.json(value.of(row))
                    .map(v -> path.attribute().complex()
                            ? JSON.createObjectBuilder().add("value", v).build()
                            : v);
        }
        List<RowAttribute.Reading> readings =
                parts.columns().stream().map(c -> c.select(columns)).toList();
        return row -> {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            boolean any = false;
            for (int i = 0; i < readings.size(); i++) {
                String name = parts.columns().get(i).path().target().name();
                Optional<JsonValue> value = readings.get(i).of(row);
                value.ifPresent(v -> object.add(name, v));
                any |= value.isPresent();
            }
            parts.constants().forEach(c -> object.add(c.path().target().name(), c.value()));
            return any ? Optional.of(object.build()) : Optional.empty();
        };
    }
}

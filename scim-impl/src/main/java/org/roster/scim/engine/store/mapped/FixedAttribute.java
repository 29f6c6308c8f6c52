package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * A multi-valued attribute on a fixed set of columns. A condition on an element is one on the columns of some element; what is
 * the same in each resource, type and primary, is evaluated here.
 *
 * @param path the attribute
 * @param elements in the order in which they are shown
 */
record FixedAttribute(ResolvedPath path, List<Element> elements) implements RowAttribute {

    private static final JsonProvider JSON = JsonProvider.provider();

    FixedAttribute {
        elements = List.copyOf(elements);
    }

    /**
     * One element.
     *
     * @param constants sub-attributes that need no column
     * @param columns its columns
     */
    record Element(List<ConstantAttribute> constants, List<ColumnAttribute> columns) {

        Element {
            constants = List.copyOf(constants);
            columns = List.copyOf(columns);
        }

        String type() {
            return constants.stream()
                    .filter(c -> c.path().target().name().equals("type"))
                    .map(c -> ((JsonString) c.value()).getString())
                    .findFirst()
                    .orElse("");
        }

        Condition exists(Search search) {
            return Condition.or(columns.stream()
                    .map(c -> c.present(search, Optional.empty()))
                    .toList());
        }

        Optional<ElementFilter.Leaf> leaf(Search search, String name) {
            return columns.stream()
                    .filter(c -> c.path().target().name().equalsIgnoreCase(name))
                    .map(c -> c.leaf(search))
                    .findFirst()
                    .or(() -> constants.stream()
                            .filter(c -> c.path().target().name().equalsIgnoreCase(name))
                            .map(ElementFilter.Leaf::constant)
                            .findFirst());
        }

        RowAttribute.Reading select(Columns selected) {
            List<Reading> readings =
                    columns.stream().map(c -> c.select(selected)).toList();
            return row -> {
                JsonObjectBuilder object = JSON.createObjectBuilder();
                boolean any = false;
                for (int i = 0; i < readings.size(); i++) {
                    String name = columns.get(i).path().target().name();
                    Optional<JsonValue> value = readings.get(i).of(row);
                    value.ifPresent(v -> object.add(name, v));
                    any |= value.isPresent();
                }
                constants.forEach(c -> object.add(c.path().target().name(), c.value()));
                return any ? Optional.of(object.build()) : Optional.empty();
            };
        }
    }

    @Override
    public Reading select(Columns columns) {
        List<Reading> readings = elements.stream().map(e -> e.select(columns)).toList();
        return row -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            readings.forEach(reading -> reading.of(row).ifPresent(array::add));
            return Optional.<JsonValue>of(array.build())
                    .filter(a -> !a.asJsonArray().isEmpty());
        };
    }

    @Override
    public void write(EntityWriter entity, Optional<JsonValue> value) {
        entity.writeFixed(this, value);
    }

    private Condition some(Function<Element, Condition> condition) {
        return Condition.or(elements.stream().map(condition).toList());
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return some(e -> e.exists(search)
                .and(sub.map(name -> e.leaf(search, name)
                                .map(ElementFilter.Leaf::present)
                                .orElse(Condition.NONE))
                        .orElse(Condition.ALL)));
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return some(e -> sub.flatMap(name -> e.leaf(search, name))
                .map(leaf -> leaf.compares(comparand))
                .map(compares -> compares.equals(Condition.ALL) ? e.exists(search) : compares)
                .orElse(Condition.NONE));
    }

    /** The first value that there is; the first place is that of the primary one (RFC 7644 §3.4.2.3). */
    @Override
    public Optional<SortKey> sortKey(Search search, Optional<String> sub) {
        String name = sub.orElse("value");
        List<ColumnAttribute> columns = elements.stream()
                .flatMap(e -> e.columns().stream())
                .filter(c -> c.path().target().name().equalsIgnoreCase(name))
                .toList();
        boolean alike = columns.stream().map(ColumnAttribute::type).distinct().count() == 1;
        return alike ? first(search, columns) : Optional.empty();
    }

    private static Optional<SortKey> first(Search search, List<ColumnAttribute> columns) {
        List<Operand> operands = columns.stream().map(c -> c.operand(search)).toList();
        boolean brief = columns.stream().allMatch(c -> c.column().field().shortText());
        Operand first = new Operand(
                firstOf(operands.stream().map(Operand::column)),
                firstOf(operands.stream().map(Operand::key)),
                search.parameters());
        return columns.get(0).type().sortKey(first).map(key -> brief ? key.ofShortText() : key);
    }

    private static String firstOf(Stream<String> expressions) {
        List<String> all = expressions.toList();
        return all.size() == 1 ? all.get(0) : "coalesce(" + String.join(", ", all) + ")";
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return some(e ->
                element.accept(new ElementFilter(name -> e.leaf(search, name))).and(e.exists(search)));
    }
}

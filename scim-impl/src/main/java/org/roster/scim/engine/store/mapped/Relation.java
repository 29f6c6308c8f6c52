package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * The members of a group that are of one type, or the groups of a member.
 *
 * @param path the attribute that shows it; where groups are not shown, the members
 * @param side which of the two it is
 * @param membership where both lie
 */
record Relation(ResolvedPath path, Side side, Membership membership) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** From which end the pairs are looked at. */
    enum Side {
        MEMBERS("g", "m"),
        GROUPS("m", "g");

        private final String own;
        private final String other;

        Side(String own, String other) {
            this.own = own;
            this.other = other;
        }
    }

    MappedType own() {
        return (side == Side.MEMBERS ? membership.group() : membership.member()).get();
    }

    MappedType other() {
        return (side == Side.MEMBERS ? membership.member() : membership.group()).get();
    }

    /** The pairs, seen from the other end. */
    From pairs(String number) {
        return new From(membership.pairs(number), side.other + number);
    }

    String ownId(String number) {
        return side.own + number + "." + own().id().field();
    }

    private Condition exists(Search search, Function<Search, Condition> condition) {
        String number = Integer.toString(search.numbers().next());
        From pairs = pairs(number);
        Search within = search.in(pairs);
        Condition both = condition.apply(within).and(other().scope().visible(within));
        String id = ownId(number);
        return both.exists("select " + id + " from " + pairs + " where " + id + " = "
                + search.from().path(own().id().field()));
    }

    private Optional<ElementFilter.Leaf> leaf(Search search, String sub) {
        return switch (sub) {
            case "value" ->
                Optional.of(new ElementFilter.Leaf() {
                    @Override
                    public Condition present() {
                        return Condition.ALL;
                    }

                    @Override
                    public Condition compares(MappedAttribute.Comparand comparand) {
                        return other().id().compares(search, comparand);
                    }
                });
            case "type" ->
                path.sub(sub)
                        .map(p -> new ConstantAttribute(p, JSON.createValue(typeText())))
                        .map(ElementFilter.Leaf::constant);
            default ->
                throw ColumnType.notSearchable(
                        "\"" + path + "." + sub + "\" is derived and not searchable; use " + path + ".value");
        };
    }

    private String typeText() {
        return side == Side.MEMBERS ? other().type().name() : "direct";
    }

    /** That there is one. */
    Condition present(Search search) {
        return exists(search, x -> Condition.ALL);
    }

    /** That a sub-attribute of one compares. */
    Condition compares(Search search, String sub, MappedAttribute.Comparand comparand) {
        return exists(
                search, x -> leaf(x, sub).map(leaf -> leaf.compares(comparand)).orElse(Condition.NONE));
    }

    /** That one matches. */
    Condition matches(Search search, Filter element) {
        return exists(search, x -> element.accept(new ElementFilter(name -> leaf(x, name))));
    }

    /** Those of many resources, by the ids of these. */
    Map<Object, JsonValue> load(Rows rows, Collection<Object> ids) {
        From pairs = pairs("");
        Columns columns = new Columns(pairs);
        Parameters parameters = new Parameters();
        Condition visible = other().scope().visible(new Search(pairs, parameters, rows.tenant(), new Search.Numbers()));
        Columns.Column owner = columns.add(ownId(""));
        return rows.lists(
                columns, shown(columns), new Rows.Of(owner, ownId(""), ids), new Rows.Where(visible, parameters));
    }

    /** How resources at the other end would look here, by their ids. */
    JsonArray shown(Rows rows, Collection<Object> ids) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        From from = new From(other().entityName() + " e", "e");
        Columns columns = new Columns(from);
        Columns.Column key = columns.add(other().id().field());
        RowAttribute.Reading reading = shown(columns);
        rows.each(
                columns,
                new Rows.Of(key, from.path(other().id().field()), ids),
                Rows.Where.all(),
                row -> reading.of(row).ifPresent(array::add));
        return array.build();
    }

    /** How whoever is at the other end is shown. */
    private RowAttribute.Reading shown(Columns columns) {
        Columns.Column id = columns.add(other().id().field());
        List<RowAttribute.Reading> display = other().type().displayAttributes().stream()
                .flatMap(name -> other().type().resolve(name).flatMap(other()::attribute).stream())
                .filter(RowAttribute.class::isInstance)
                .map(a -> ((RowAttribute) a).select(columns))
                .toList();
        return row -> {
            JsonObjectBuilder shown = JSON.createObjectBuilder()
                    .add("value", id.of(row).orElseThrow().toString());
            display.stream().flatMap(d -> d.of(row).stream()).findFirst().ifPresent(text -> shown.add("display", text));
            return Optional.of(shown.add("type", typeText()).build());
        };
    }
}

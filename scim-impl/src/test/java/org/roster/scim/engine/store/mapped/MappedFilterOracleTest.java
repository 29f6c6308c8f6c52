package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Company;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomFilters;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.oracle.Trial;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;

/**
 * What a product's tables select is what {@link FilterEvaluator} selects. A case is one random filter and one resource that it
 * selects or not; a filter is asked of all resources of its type at once.
 */
@Timeout(7_200)
class MappedFilterOracleTest {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int RESOURCES = 100;
    /** What is derived from other rows, or computed by the product, is refused and not searched. */
    private static final Pattern DERIVED =
            Pattern.compile("(members|groups)(\\.|\\[.*)(display|\\$ref)", Pattern.CASE_INSENSITIVE);

    /** Of users it is computed. */
    private static final Pattern COMPUTED = Pattern.compile("(^|[^.\\w])displayName\\b", Pattern.CASE_INSENSITIVE);

    /** Ids of groups are UUIDs, which have no parts and no order. */
    private static final Pattern ORDER_OF_UUIDS =
            Pattern.compile("(\\bid|groups(\\.|\\[.*)value) (co|sw|ew|gt|ge|lt|le)", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @EnumSource(Product.On.class)
    void a_products_tables_select_what_the_evaluator_selects(Product.On on) {
        Trial trial = Trial.share("filters on a product's tables, " + on, 25);
        Product product = Product.on(on, "oracle");
        product.call(em -> {
            List.of("Membership", "Team", "Phone", "Account")
                    .forEach(entity -> em.createQuery("select x from " + entity + " x", Object.class)
                            .getResultList()
                            .forEach(em::remove));
            em.persist(Account.robot("robot-2", em.getReference(Company.class, 1L)));
            return on;
        });
        RandomValues values = RandomValues.tame(trial.random());
        Scim scim = new Scim(product.store(), "acme");
        populate(scim, values);
        int filters = 0;
        int selected = 0;
        for (ResourceType type : List.of(Product.Types.USER, Product.Types.GROUP)) {
            List<ScimResource> all =
                    scim.query(type, "id pr", Sort.BY_ID, Directory.EVERYTHING).resources();
            assertThat(all).hasSize(RESOURCES);
            RandomFilters dice = new RandomFilters(values, type, all);
            for (int asked = 0; asked < trial.cases() / 2; asked += RESOURCES) {
                filters++;
                selected += same(product.store(), type, all, searchable(dice, type), trial);
            }
        }
        trial.done(filters + " filters on " + RESOURCES + " resources each, " + selected + " selected, 0 differences");
    }

    private static Filter searchable(RandomFilters dice, ResourceType type) {
        return Stream.generate(dice::next)
                .filter(f -> !DERIVED.matcher(f.toString()).find()
                        && !ORDER_OF_UUIDS.matcher(f.toString()).find()
                        && !(type.equals(Product.Types.USER)
                                && COMPUTED.matcher(f.toString()).find()))
                .findFirst()
                .orElseThrow();
    }

    private static int same(
            MappedResourceStore store, ResourceType type, List<ScimResource> all, Filter filter, Trial trial) {
        Query query =
                Query.of(type, filter, new Query.Order(Sort.BY_ID, new Page.ByIndex(1, RESOURCES)), Projection.MINIMAL);
        List<String> selected = selected(store, query, trial);
        for (ScimResource resource : all) {
            assertThat(selected.contains(resource.id()))
                    .as(() -> trial.seed() + "\nfilter " + filter + "\non " + resource.text())
                    .isEqualTo(FilterEvaluator.matches(filter, type, resource));
        }
        return selected.size();
    }

    private static List<String> selected(MappedResourceStore store, Query query, Trial trial) {
        try {
            return store.query(new RequestContext("acme", new Caller("test", Set.of())), query).resources().stream()
                    .map(ScimResource::id)
                    .toList();
        } catch (RuntimeException failure) {
            throw new AssertionError(
                    trial.seed() + "\nfilter " + query.selections().get(0).filter(), failure);
        }
    }

    private static void populate(Scim scim, RandomValues values) {
        List<ScimResource> users = new ArrayList<>();
        for (int i = 0; i < RESOURCES; i++) {
            users.add(scim.create(Product.Types.USER, user(values, i)));
        }
        for (int i = 0; i < RESOURCES; i++) {
            JsonArrayBuilder members = JSON.createArrayBuilder();
            for (int m = values.below(3); m > 0; m--) {
                members.add(JSON.createObjectBuilder()
                        .add("value", values.pick(users).id()));
            }
            scim.create(
                    Product.Types.GROUP,
                    JSON.createObjectBuilder()
                            .add("displayName", values.part(values.text()))
                            .add("members", members)
                            .build());
        }
    }

    private static JsonObject user(RandomValues values, int number) {
        JsonObjectBuilder user = JSON.createObjectBuilder().add("userName", values.text() + number);
        some(values, "active").ifPresent(v -> user.add("active", v));
        some(values, "nickName").ifPresent(v -> user.add("nickName", v));
        JsonObjectBuilder name = JSON.createObjectBuilder();
        some(values, "name.givenName").ifPresent(v -> name.add("givenName", v));
        JsonObject whole = name.build();
        if (!whole.isEmpty()) {
            user.add("name", whole);
        }
        JsonArrayBuilder emails = JSON.createArrayBuilder();
        List.of("work", "home")
                .forEach(type -> some(values, "emails.value")
                        .ifPresent(v -> emails.add(
                                JSON.createObjectBuilder().add("type", type).add("value", v))));
        user.add("emails", emails);
        JsonArrayBuilder phones = JSON.createArrayBuilder();
        for (int i = values.below(3); i > 0; i--) {
            JsonObjectBuilder phone = JSON.createObjectBuilder();
            some(values, "phoneNumbers.value").ifPresent(v -> phone.add("value", v));
            some(values, "phoneNumbers.type").ifPresent(v -> phone.add("type", v));
            phones.add(phone);
        }
        user.add("phoneNumbers", phones);
        JsonArrayBuilder ims = JSON.createArrayBuilder();
        some(values, "ims.value")
                .ifPresent(v -> ims.add(JSON.createObjectBuilder().add("value", v)));
        user.add("ims", ims);
        JsonObjectBuilder enterprise = JSON.createObjectBuilder();
        if (values.oneIn(3)) {
            enterprise.add("department", "Sales");
        }
        some(values, "nickName").ifPresent(v -> enterprise.add("costCenter", v));
        add(user, TestSchemas.ENTERPRISE, enterprise.build());
        JsonObjectBuilder game = JSON.createObjectBuilder();
        List.of("points", "hiredAt")
                .forEach(n -> some(values, Mappings.GAME + ":" + n).ifPresent(v -> game.add(n, v)));
        add(user, Mappings.GAME, game.build());
        return user.build();
    }

    private static void add(JsonObjectBuilder user, String urn, JsonObject extension) {
        if (!extension.isEmpty()) {
            user.add(urn, extension);
        }
    }

    private static Optional<JsonValue> some(RandomValues values, String path) {
        Attribute attribute = Product.Types.USER
                .resolve(AttributePath.parse(path).orElseThrow())
                .map(ResolvedPath::target)
                .orElseThrow();
        return values.oneIn(3) ? Optional.empty() : Optional.of(values.of(attribute));
    }
}

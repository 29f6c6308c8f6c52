package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;

/**
 * Takes the POST of somebody who was deactivated for his return: whose userName is taken by an inactive resource with the same
 * {@code externalId}, which the client chose for him, gets this resource back, with its id and what it refers to. The name
 * alone is not enough, for names are given to others; nor is an e-mail address.
 *
 * @param stores have the resource
 * @param replace does the rest, with the permission that it needs
 */
record Reactivation(Stores stores, ReplaceResource replace) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String EXTERNAL_ID = "externalId";
    private static final String ACTIVE = "active";

    /**
     * Puts what was sent in place of what there was.
     *
     * @return empty if nobody returns
     */
    Optional<Written> of(
            RequestContext context, ResourceType type, JsonObject sent, JsonObject body, Projection projection) {
        boolean returns = sent.get(FindSubject.USER_NAME) instanceof JsonString
                && sent.get(EXTERNAL_ID) instanceof JsonString
                && sent.get(ACTIVE) != JsonValue.FALSE
                && stores.canQuery(type);
        return returns
                ? taken(context, type, sent.getString(FindSubject.USER_NAME))
                        .filter(old -> isSame(sent, old.attributes()))
                        .map(old -> replace.replace(
                                context,
                                new ResourceKey(type, old.id()),
                                new Replacement(body, unchanged(type, old)),
                                projection))
                : Optional.empty();
    }

    /** Of two that return at once the second finds another version, where there are versions. */
    private Precondition unchanged(ResourceType type, ScimResource old) {
        return stores.of(type).features().versions()
                ? new Precondition(List.of(old.meta().version()))
                : Precondition.NONE;
    }

    private Optional<ScimResource> taken(RequestContext context, ResourceType type, String name) {
        Filter named = new Filter.Comparison(
                AttributePath.of(FindSubject.USER_NAME), CompareOperator.EQ, JSON.createValue(name));
        Projection telling = new Projection(
                Projection.Mode.ONLY,
                Stream.of(EXTERNAL_ID, ACTIVE)
                        .flatMap(attribute -> type.resolve(attribute).stream())
                        .collect(Collectors.toSet()));
        Query query = Query.of(
                type, FilterBinder.bind(named, type), new Query.Order(Sort.BY_ID, new Page.ByIndex(1, 2)), telling);
        return stores.with(ResourceStore.Queries.class, type).query(context, query).resources().stream()
                .findFirst();
    }

    private static boolean isSame(JsonObject sent, JsonObject old) {
        return old.get(ACTIVE) == JsonValue.FALSE && sent.getString(EXTERNAL_ID).equals(old.getString(EXTERNAL_ID, ""));
    }
}

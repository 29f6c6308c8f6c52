package org.roster.scim.engine.operation;

import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;

/**
 * Finds the resource that stands for the caller: the one that has his name as userName. It grants nothing: what is done to
 * the resource afterwards is permitted to the caller as to anybody, and so is finding it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.11">RFC 7644 §3.11</a>
 */
public final class FindSubject {

    /** The attribute that names a user. */
    public static final String USER_NAME = "userName";

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Two, so that the store need not count whether there are more. */
    private static final Page PAGE = new Page.ByIndex(1, 2);

    private final Permission permission;
    private final Stores stores;

    FindSubject(Permission permission, Stores stores) {
        this.permission = permission;
        this.stores = stores;
    }

    /**
     * Finds it.
     *
     * @param context who asks
     * @param operation what he wants to do to it
     * @param type which kind of resource stands for callers
     * @return its key
     * @throws ScimException 403, or 404 if there is none
     */
    public ResourceKey find(RequestContext context, Operation operation, ResourceType type) {
        permission.attempt(context, operation, type, "", () -> permission.require(context, operation, type));
        String name = context.caller().name();
        Filter named = new Filter.Comparison(AttributePath.of(USER_NAME), CompareOperator.EQ, JSON.createValue(name));
        Query query =
                Query.of(type, FilterBinder.bind(named, type), new Query.Order(Sort.BY_ID, PAGE), Projection.MINIMAL);
        List<ScimResource> found = stores.with(ResourceStore.Queries.class, type)
                .query(context, query)
                .resources();
        return found.stream()
                .map(subject -> new ResourceKey(type, subject.id()))
                .findFirst()
                .orElseThrow(() -> ScimException.of(
                        404, "there is no " + type.name() + " with the " + USER_NAME + " \"" + name + "\", your own"));
    }
}

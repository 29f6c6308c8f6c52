package org.roster.scim.spi;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * Keeps resources. What a store can do it says by the capabilities that it implements beside this interface; what it does
 * not implement is refused with 501 and not advertised. Implementations are thread-safe, keep tenants apart (a foreign id
 * is an unknown id), and throw {@link org.roster.scim.error.ScimException} only.
 */
public interface ResourceStore {

    /**
     * Whether this store keeps resources of a type.
     *
     * @param type a resource type of the service
     * @return true if requests for the type come here
     */
    boolean keeps(ResourceType type);

    /**
     * What the store can do beyond its interfaces.
     *
     * @return the same on each call
     */
    StoreFeatures features();

    /** Can read one resource. */
    interface Reads extends ResourceStore {
        /**
         * Reads a resource.
         *
         * @param context tenant and caller
         * @param key which resource
         * @param projection attributes that the projection does not want need not be there
         * @return empty if the tenant has no such resource
         */
        Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection);

        /**
         * Reads a resource to be shown. A store that keeps very long lists gives them piece by piece, so that nobody has to
         * hold the whole.
         *
         * @param context tenant and caller
         * @param key which resource
         * @param projection attributes that the projection does not want need not be there
         * @return empty if the tenant has no such resource
         */
        default Optional<LongResource> readLong(RequestContext context, ResourceKey key, Projection projection) {
            return read(context, key, projection).map(LongResource::whole);
        }
    }

    /** Can find resources by filter. */
    interface Queries extends ResourceStore {
        /**
         * Finds resources.
         *
         * @param context tenant and caller
         * @param query bound to the schema; by cursor, and for several types, only if the features say so
         * @return one page
         * @throws org.roster.scim.error.ScimException 400 {@code invalidFilter} if the store cannot evaluate the filter
         */
        QueryResult query(RequestContext context, Query query);
    }

    /** Can create resources. */
    interface Creates extends ResourceStore {
        /**
         * Creates a resource; the store assigns id, timestamps and version.
         *
         * @param context tenant and caller
         * @param type the type
         * @param attributes valid and canonical
         * @param projection what of it the answer will show
         * @return the resource as stored
         * @throws org.roster.scim.error.ScimException 409 {@code uniqueness}; 400 {@code invalidValue} if a listed member
         *     does not exist
         */
        ScimResource create(RequestContext context, ResourceType type, JsonObject attributes, Projection projection);
    }

    /** Can change resources. */
    interface Updates extends ResourceStore {
        /**
         * Changes a resource, all of it or nothing. A change without effect keeps version and lastModified.
         *
         * @param context tenant and caller
         * @param key which resource
         * @param update what to change
         * @param projection what of it the answer will show
         * @return the resource after the change
         * @throws org.roster.scim.error.ScimException 404, 409 {@code uniqueness}, 412, or what the update throws
         */
        ScimResource update(RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection);
    }

    /** Can delete resources. */
    interface Deletes extends ResourceStore {
        /**
         * Deletes a resource for good; it is no longer a member of anything, and its unique values are free again.
         *
         * @param context tenant and caller
         * @param key which resource
         * @param precondition which version is meant
         * @return the resource as it was; what the store keeps apart from the rest need not be there
         * @throws org.roster.scim.error.ScimException 404 or 412
         */
        ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition);
    }

    /** Can carry out several calls as one. Without it, resources cannot refer to one another in a circle from the start. */
    interface Atomic extends ResourceStore {
        /**
         * Carries out several calls as one: all of them take effect or none, and nobody ever sees a part of it. On a store
         * that was given to other work, those calls are a part of that work: if they throw a
         * {@link org.roster.scim.error.ScimException}, they have not happened, and the other work may go on.
         *
         * @param work makes its calls on the store that it is given, which can do what this one can; it may be called again
         *     after a collision, so whatever it keeps for itself it must begin anew
         * @param <T> what the work returns
         * @return what the work returned
         * @throws org.roster.scim.error.ScimException what the work throws, and nothing has happened
         */
        <T> T atomically(Function<ResourceStore, T> work);
    }
}

package org.roster.scim.engine.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;

/** The operations of the protocol, ready to use. */
@ApplicationScoped
public class Operations {

    private final Permission permission;
    private final Stores stores;
    private final Secrets secrets;
    private final Cursors cursors;
    private final Consequences consequences;
    private final boolean reactivates;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Operations() {
        this(null, null, null, null, null, false);
    }

    /**
     * Makes the recipes.
     *
     * @param permission who may
     * @param stores where resources are kept
     * @param secrets what becomes of passwords
     * @param cursors how clients get from page to page
     * @param sessions end when a user is shut out
     * @param events are told of changes
     * @param configuration says whether a POST may be somebody's return
     */
    @Inject
    public Operations(
            Permission permission,
            Stores stores,
            Secrets secrets,
            Cursors cursors,
            Sessions sessions,
            ResourceEvents events,
            Configuration configuration) {
        this(permission, stores, secrets, cursors, new Consequences(sessions, events), configuration.reactivates());
    }

    private Operations(
            Permission permission,
            Stores stores,
            Secrets secrets,
            Cursors cursors,
            Consequences consequences,
            boolean reactivates) {
        this.reactivates = reactivates;
        this.permission = permission;
        this.stores = stores;
        this.secrets = secrets;
        this.cursors = cursors;
        this.consequences = consequences;
    }

    /**
     * POST.
     *
     * @return the recipe
     */
    public CreateResource create() {
        return new CreateResource(
                permission,
                writing(),
                secrets,
                reactivates ? Optional.of(new Reactivation(stores, replace())) : Optional.empty());
    }

    /**
     * GET of one.
     *
     * @return the recipe
     */
    public ReadResource read() {
        return new ReadResource(permission, stores, Operation.READ);
    }

    /**
     * GET of many.
     *
     * @return the recipe
     */
    public QueryResources query() {
        return new QueryResources(permission, new Pages(stores, cursors));
    }

    /**
     * GET of many, whatever their type.
     *
     * @return the recipe
     */
    public QueryRoot queryRoot() {
        return new QueryRoot(permission, new Pages(stores, cursors));
    }

    /**
     * POST of the resource that will stand for the caller.
     *
     * @return the recipe
     */
    public CreateSubject createSubject() {
        return new CreateSubject(permission, new CreateResource(permission, writing(), secrets));
    }

    /**
     * The resource that stands for the caller.
     *
     * @return the recipe
     */
    public FindSubject findSubject() {
        return new FindSubject(permission, stores);
    }

    /**
     * GET of the resource that stands for the caller.
     *
     * @return the recipe
     */
    public ReadResource readSubject() {
        return new ReadResource(permission, stores, Operation.READ_OWN);
    }

    /**
     * PUT.
     *
     * @return the recipe
     */
    public ReplaceResource replace() {
        return new ReplaceResource(permission, writing(), secrets);
    }

    /**
     * PATCH.
     *
     * @return the recipe
     */
    public PatchResource patch() {
        return new PatchResource(permission, writing(), secrets);
    }

    /**
     * DELETE.
     *
     * @return the recipe
     */
    public DeleteResource delete() {
        return new DeleteResource(permission, writing());
    }

    /**
     * POST, in steps.
     *
     * @return the recipe
     */
    public CreateInSteps createInSteps() {
        return new CreateInSteps(create(), writing());
    }

    /**
     * Whether operations on resources of these types may share a commit though each stands for itself. Not if the product writes
     * in their transactions: what it has not sent to the database yet could not be undone with one operation.
     *
     * @param types of resources that will be created or changed
     * @return whether {@link #atomically} accepts them, and undoes one without the others
     */
    public boolean mayShareCommit(Collection<ResourceType> types) {
        return stores.findAtomic(types).isPresent() && !consequences.events().observedInTransaction();
    }

    /**
     * Whether an operation takes so long that others should not wait for it in one transaction: a password is hashed before
     * the transaction begins.
     *
     * @param type of the resource
     * @param body as the client sent it
     * @return true if there may be a secret in it
     */
    public boolean takesLong(ResourceType type, JsonObject body) {
        return secrets.mayHold(type, body);
    }

    /**
     * Several operations as one: all of them take effect or none, and nobody ever sees a part of it. Inside of others that
     * are one, what is thrown undoes these and not the others.
     *
     * @param types of the resources that will be created or changed
     * @param work uses the operations that it is given; it may be called again after a collision
     * @param <T> what the work returns
     * @return what the work returned
     * @throws ScimException what the work throws; 409 if the types are not in one store that can do it
     */
    public <T> T atomically(Collection<ResourceType> types, Function<Operations, T> work) {
        Done<T> done = stores.atomic(types).atomically(inside -> {
            List<Consumer<Consequences>> waiting = new ArrayList<>();
            Stores own = Stores.of(List.of(inside));
            return new Done<>(
                    work.apply(new Operations(
                            permission, own, secrets, cursors, consequences.waitingIn(waiting), reactivates)),
                    waiting);
        });
        consequences.follow(done.waiting());
        return done.result();
    }

    /**
     * Several operations as one, by somebody who finds another way if that fails: what was refused in it is not noted for the
     * audit then, because it is going to be refused once more.
     *
     * @param types of the resources that will be created or changed
     * @param work uses the operations that it is given; it may be called again after a collision
     * @param <T> what the work returns
     * @return what the work returned
     * @throws ScimException as {@link #atomically} does
     */
    public <T> T tentatively(Collection<ResourceType> types, Function<Operations, T> work) {
        int before = permission.refusals();
        try {
            return atomically(types, inside -> {
                permission.forgetRefusals(before);
                return work.apply(inside);
            });
        } catch (RuntimeException failure) {
            permission.forgetRefusals(before);
            throw failure;
        }
    }

    /** Only what took effect is told to others. */
    private record Done<T>(T result, List<Consumer<Consequences>> waiting) {}

    private Writing writing() {
        return new Writing(stores, permission, consequences);
    }
}

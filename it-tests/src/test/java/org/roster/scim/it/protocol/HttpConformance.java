package org.roster.scim.it.protocol;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.KitProperty;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.kit.AbortedTests;

/**
 * What every service must do, asked over HTTP. A deployed application is tested by a class that extends this one and is
 * empty, with the system properties {@code roster.kit.url} and {@code roster.kit.token}, or overrides {@link #baseUrl()} and
 * {@link #token()}. Each test deletes what it made; a service that cannot delete keeps it.
 *
 * <p>The suite follows the service: it reads {@code /ServiceProviderConfig}, {@code /ResourceTypes} and {@code /Schemas}. What
 * is not claimed must be refused with 501; a test that needs what is not there is aborted, and says what is missing ({@link
 * org.roster.scim.kit.MayAbort} says how many may be).
 */
@ExtendWith(AbortedTests.class)
public abstract class HttpConformance
        implements ClaimsContract,
                DescriptionContract,
                LifecycleContract,
                ReplaceContract,
                PatchContract,
                PatchMultiValuedContract,
                FilterContract,
                PagingContract,
                SortContract,
                ProjectionContract,
                SearchContract,
                RootContract,
                CursorContract,
                VersionContract,
                MembershipContract,
                BulkContract,
                ValueContract,
                FormatContract,
                RoundTripContract,
                MistakesContract,
                HttpContract {

    private final Leftovers leftovers = new Leftovers();

    /**
     * Where the service is.
     *
     * @return the SCIM base URL, without a slash at its end; from {@code roster.kit.url} unless overridden
     */
    protected String baseUrl() {
        return KitProperty.URL.value();
    }

    /**
     * The credential of somebody who may do everything.
     *
     * @return a bearer token; from {@code roster.kit.token} unless overridden
     */
    protected String token() {
        return KitProperty.TOKEN.value();
    }

    private ScimHttp client() {
        return Description.client(baseUrl(), token());
    }

    @AfterEach
    final void delete_what_was_made() {
        leftovers.delete(client());
    }

    @Override
    public final ScimHttp plain() {
        return client().through(leftovers.before(Gate.OPEN));
    }

    @Override
    public final ScimHttp scim() {
        return client().through(leftovers.before(published()));
    }

    @Override
    public final Published published() {
        return Description.of(client());
    }

    @Override
    public final String bearer() {
        return "Bearer " + token();
    }

    @Override
    public final ScimHttp as(RealmUser user) {
        throw new TestAbortedException("the users of the realm are not known");
    }

    @Override
    public final void needsVersions() {
        if (!published().claims("etag")) {
            throw new TestAbortedException("the service has no versions");
        }
    }

    @Override
    public final void needsGroupsInGroups() {
        if (!published().takesGroupsInGroups()) {
            throw new TestAbortedException("groups cannot be members of groups");
        }
    }
}

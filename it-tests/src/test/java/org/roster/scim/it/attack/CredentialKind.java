package org.roster.scim.it.attack;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.roster.scim.it.access.Administration;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.jwt.LaneIssuer;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.spi.Operation;

/**
 * One kind of credential that a request may show, and what its holder may do by the table in ACCESS.md. A new kind is a line of
 * {@link #all}.
 *
 * @param name for people
 * @param client shows it
 * @param standing what it proves
 * @param grant what it is good for
 * @param tenant whose directory it works on
 */
record CredentialKind(String name, ScimHttp client, Standing standing, Grant grant, Tenant tenant) {

    /** What a credential proves. */
    enum Standing {
        /** There is none. */
        NOBODY,
        /** It is wrong. */
        REFUSED,
        /** It stands for a service, which is no user. */
        SERVICE,
        /** It stands for a user of the realm, who has no User in the directory. */
        USER
    }

    /** Where the resources of the matrix are, and where they are not. */
    enum Tenant {
        OF_THE_MATRIX,
        OTHER
    }

    /** What a holder may do to resources of a type. */
    interface Grant {
        boolean includes(Operation operation, String type);

        /** Whether he may administer the service too. */
        default boolean administers() {
            return false;
        }

        /** The same, and the administration. */
        default Grant andAdministration() {
            Grant resources = this;
            return new Grant() {
                @Override
                public boolean includes(Operation operation, String type) {
                    return resources.includes(operation, type);
                }

                @Override
                public boolean administers() {
                    return true;
                }
            };
        }
    }

    private static final Set<Operation> READS = EnumSet.of(Operation.READ, Operation.QUERY, Operation.READ_OWN);

    private static final Grant NOTHING = (operation, type) -> false;
    private static final Grant EVERYTHING = (operation, type) -> true;
    private static final Grant READING = (operation, type) -> READS.contains(operation);
    private static final Grant FOR_GROUPS = (operation, type) -> type.equals("Group");
    private static final Grant ONESELF = (operation, type) -> operation == Operation.READ_OWN;

    /** Every kind there is. The wrong password is that of a name nobody has: a server may lock a name of its realm. */
    static List<CredentialKind> all() {
        return List.of(
                new CredentialKind("none", ScimHttp.anonymous(), Standing.NOBODY, NOTHING, Tenant.OF_THE_MATRIX),
                wrong("a wrong token", "Bearer guess-of-the-matrix"),
                wrong("an empty token", "Bearer "),
                wrong("a header without a scheme", "non-token"),
                wrong("a scheme nobody offered", "Digest username=\"idp\""),
                wrong("BASIC that is no base64", "Basic !!!"),
                wrong("a wrong password", "Basic bWF0cml4LXN0cmFuZ2VyOmd1ZXNz"),
                wrong("a JWT that has expired", jwt(LaneIssuer.FILE, "exp", Json.createValue(1_700_000_000))),
                wrong("a JWT for another audience", jwt(LaneIssuer.FILE, "aud", Json.createValue("another"))),
                wrong("a JWT of an issuer whom nobody knows", "Bearer " + LaneIssuer.STRANGER.token("write")),
                wrong(
                        "a JWT in the name of an issuer who did not sign it",
                        jwt(LaneIssuer.STRANGER, "iss", Json.createValue("urn:example:file"))),
                token("a JWT of an administrator", EVERYTHING.andAdministration(), bearer("write")),
                token("a JWT of a reader", READING, bearer("read")),
                token("a JWT whose scope grants nothing", NOTHING, bearer("openid")),
                token("the configured token", EVERYTHING.andAdministration(), ScimHttp.admin()),
                token("a writer's token", EVERYTHING, Administration.client("scim-write")),
                token("a reader's token", READING, Administration.client("scim-read")),
                token(
                        "a token for groups",
                        FOR_GROUPS,
                        Administration.client(Administration.withList("resourceTypes", "Group"), "scim-admin")),
                token("a token that only grants", NOTHING, Administration.client("scim-grant", "scim-protected")),
                token("a token of a person", ONESELF, Administration.client("scim-self")),
                user(
                        "an administrator of the other tenant",
                        RealmUser.IDP,
                        EVERYTHING.andAdministration(),
                        Tenant.OTHER),
                user("a reader", RealmUser.READER, READING, Tenant.OF_THE_MATRIX),
                user("a person", RealmUser.PERSON, ONESELF, Tenant.OF_THE_MATRIX),
                user("a user without a role", RealmUser.PLAIN, NOTHING, Tenant.OF_THE_MATRIX));
    }

    private static String jwt(LaneIssuer issuer, String claim, JsonValue value) {
        return "Bearer "
                + issuer.signed(issuer.claims("write").add(claim, value).build());
    }

    private static ScimHttp bearer(String scope) {
        return ScimHttp.anonymous().with("Authorization", "Bearer " + LaneIssuer.FILE.token(scope));
    }

    boolean known() {
        return standing == Standing.SERVICE || standing == Standing.USER;
    }

    private static CredentialKind token(String name, Grant grant, ScimHttp client) {
        return new CredentialKind(name, client, Standing.SERVICE, grant, Tenant.OF_THE_MATRIX);
    }

    private static CredentialKind wrong(String name, String header) {
        return new CredentialKind(
                name,
                ScimHttp.anonymous().with("Authorization", header),
                Standing.REFUSED,
                NOTHING,
                Tenant.OF_THE_MATRIX);
    }

    private static CredentialKind user(String name, RealmUser user, Grant grant, Tenant tenant) {
        return new CredentialKind(name, ScimHttp.as(user), Standing.USER, grant, tenant);
    }
}

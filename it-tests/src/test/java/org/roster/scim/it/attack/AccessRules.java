package org.roster.scim.it.attack;

import org.jspecify.annotations.Nullable;
import org.roster.scim.it.attack.AccessMatrix.Cell;
import org.roster.scim.it.attack.CredentialKind.Standing;
import org.roster.scim.it.attack.CredentialKind.Tenant;
import org.roster.scim.it.attack.MatrixPlace.Kind;
import org.roster.scim.it.attack.MatrixPlace.Need;

/**
 * What the answer must be: computed from the rules of ACCESS.md, TENANTS.md and RFC 7644 §§2, 3.2, 3.11 and 3.12, not from
 * answers.
 */
final class AccessRules {

    private AccessRules() {}

    static int status(CredentialKind who, Cell cell) {
        MatrixPlace place = cell.place();
        String method = cell.method();
        if (method.equals("TRACE")) {
            return 405; // the servers themselves: it would repeat the credential
        }
        if (place.kind() == Kind.CLOSED) {
            return 400;
        }
        if (who.standing() == Standing.REFUSED) {
            return 401;
        }
        if (method.equals("OPTIONS")) {
            return who.known() ? 200 : 401;
        }
        @Nullable Need need = place.methods().get(method.equals("HEAD") ? "GET" : method);
        if (who.standing() == Standing.NOBODY) {
            return place.kind() == Kind.OPEN && need != null ? need.answer() : 401;
        }
        if (need == null) {
            return 405;
        }
        if (place.kind() == Kind.ADMINISTRATION) {
            return who.grant().administers() ? need.answer() : 403;
        }
        return isForeign(cell.tenant(), who.tenant()) ? 404 : known(who, place, need);
    }

    /** Whoever has nothing to do with a tenant does not learn that there is one, from what everybody may read neither. */
    private static boolean isForeign(String named, Tenant own) {
        return !named.isEmpty() && !named.equals(own == Tenant.OTHER ? "neighbour" : "default");
    }

    private static int known(CredentialKind who, MatrixPlace place, Need need) {
        if (place.kind() == Kind.ME && who.standing() == Standing.SERVICE) {
            return 404;
        }
        boolean may = need.anyOf().isEmpty()
                || need.anyOf().stream().anyMatch(p -> who.grant().includes(p.operation(), p.type()));
        if (!may) {
            return 403;
        }
        return place.kind() == Kind.IN_ONE_TENANT && who.tenant() == Tenant.OTHER ? 404 : need.answer();
    }
}

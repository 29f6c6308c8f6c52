package org.roster.scim.it.attack;

import org.jspecify.annotations.Nullable;
import org.roster.scim.it.attack.CredentialKind.Standing;
import org.roster.scim.it.attack.CredentialKind.Tenant;
import org.roster.scim.it.attack.MatrixPlace.Kind;
import org.roster.scim.it.attack.MatrixPlace.Need;

/** What the answer must be: computed from the rules of ACCESS.md and RFC 7644 §§2, 3.2, 3.11 and 3.12, not from answers. */
final class AccessRules {

    private AccessRules() {}

    static int status(CredentialKind who, MatrixPlace place, String method) {
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
        return need == null ? 405 : known(who, place, need);
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

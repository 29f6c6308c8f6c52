package org.roster.scim.engine.jwt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.spi.Caller;

/**
 * How the claims of a token become a caller.
 *
 * @param rolesClaim where the values stand that grant roles
 * @param roles by the value of that claim; a value that is not here grants nothing
 * @param nameClaims the first that a token has is the name of the caller
 * @param bounds the same for all tokens of the issuer
 */
record Grants(String rolesClaim, Map<String, Set<String>> roles, List<String> nameClaims, Caller.Bounds bounds) {

    /** In characters. */
    private static final int LONGEST_NAME = 200;

    Grants {
        roles = Map.copyOf(roles);
        nameClaims = List.copyOf(nameClaims);
    }

    /**
     * The caller, whose name begins with that of the issuer and a colon. A user of the realm cannot be called so: a name
     * in BASIC has no colon (RFC 7617 §2).
     *
     * @return empty if the token names nobody
     */
    Optional<Caller> callerOf(String issuerName, Claims claims) {
        Set<String> granted = claims.texts(rolesClaim).stream()
                .flatMap(value -> roles.getOrDefault(value, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return nameClaims.stream()
                .flatMap(claim -> claims.text(claim).stream())
                .findFirst()
                .filter(Grants::mayBeLogged)
                .map(name -> new Caller(issuerName + ":" + name, granted, bounds));
    }

    /** A name stands in logs and in the journal: one line, and what one sees is what it is. */
    private static boolean mayBeLogged(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Grants::invisible);
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

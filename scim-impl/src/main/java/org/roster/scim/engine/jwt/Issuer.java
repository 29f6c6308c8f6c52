package org.roster.scim.engine.jwt;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody whose JWTs are accepted, as the operator wrote it down.
 *
 * @param name ours for it, the beginning of the names of its callers
 * @param issuer the claim {@code iss}, exactly
 * @param audiences one of them must be in the claim {@code aud}, exactly
 * @param jwks where its keys are: {@code https}, {@code http} to this machine, or {@code file}
 * @param algorithms of signatures; none of them works with a shared secret
 * @param clockSkew by how much its clock may differ from ours
 * @param maxAge how long after {@code iat} a token is good at most; empty if only {@code exp} counts
 * @param grants what its tokens are good for
 */
record Issuer(
        String name,
        String issuer,
        Set<String> audiences,
        URI jwks,
        Set<String> algorithms,
        Duration clockSkew,
        Optional<Duration> maxAge,
        Grants grants) {

    Issuer {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
    }
}

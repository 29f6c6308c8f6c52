package org.roster.scim.engine.jwt;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.spi.Caller;

/** Reads what an administrator wrote about an issuer, and refuses what could not be meant. */
final class IssuerReader {

    private static final List<String> MEMBERS = List.of(
            "name",
            "issuer",
            "audience",
            "jwks",
            "algorithms",
            "clockSkew",
            "maxAge",
            "tenant",
            "resourceTypes",
            "rolesClaim",
            "roles",
            "nameClaim");

    /** Signatures with a key pair. Never a shared secret, with which whoever checks a token can make one, and never none. */
    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final Set<String> USUAL_ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final List<String> NAME_CLAIMS = List.of("azp", "appid", "client_id", "sub");
    private static final int USUAL_SKEW_SECONDS = 60;
    private static final int MOST_SKEW_SECONDS = 300;
    private static final int MOST_AGE_SECONDS = 31_536_000;

    private final Path document;
    private final Set<String> known;

    IssuerReader(Path document, Set<String> roles) {
        this.document = document;
        this.known = roles;
    }

    /**
     * Reads one issuer.
     *
     * @throws IllegalArgumentException with one sentence about the first mistake
     */
    Issuer read(Entry entry) {
        entry.requireMembers(MEMBERS);
        String name = entry.requiredText("name");
        if (!name.matches("[A-Za-z0-9._-]{1,50}")) {
            throw entry.mistake("\"name\" is \"" + name + "\"; it may have letters, digits, dots, - and _, 50 at most");
        }
        Set<String> audiences = entry.texts("audience");
        if (audiences.isEmpty()) {
            throw entry.mistake("\"audience\" is missing; without it a token that was meant for others would do");
        }
        OptionalInt maxAge = entry.seconds("maxAge", 1, MOST_AGE_SECONDS);
        return new Issuer(
                name,
                entry.requiredText("issuer"),
                audiences,
                jwks(entry),
                algorithms(entry),
                Duration.ofSeconds(
                        entry.seconds("clockSkew", 0, MOST_SKEW_SECONDS).orElse(USUAL_SKEW_SECONDS)),
                maxAge.isPresent() ? Optional.of(Duration.ofSeconds(maxAge.getAsInt())) : Optional.empty(),
                grants(entry));
    }

    private static Set<String> algorithms(Entry entry) {
        Set<String> algorithms = entry.texts("algorithms");
        for (String algorithm : algorithms) {
            if (!ALGORITHMS.contains(algorithm)) {
                throw entry.mistake("\"algorithms\" has \"" + algorithm + "\", which is not one of "
                        + String.join(", ", ALGORITHMS));
            }
        }
        return algorithms.isEmpty() ? USUAL_ALGORITHMS : algorithms;
    }

    private Grants grants(Entry entry) {
        Map<String, Set<String>> roles = new HashMap<>();
        entry.object("roles").forEach((value, granted) -> {
            Set<String> names = entry.texts("roles", granted);
            for (String role : names) {
                if (!known.contains(role)) {
                    throw entry.mistake("\"roles\" grants \"" + role + "\", which is not one of "
                            + String.join(", ", new TreeSet<>(known)));
                }
            }
            roles.put(value, names);
        });
        if (roles.isEmpty()) {
            throw entry.mistake("\"roles\" is missing; it says which value of a claim grants which role, "
                    + "for instance {\"provisioning\": \"" + Roles.ADMIN + "\"}");
        }
        return new Grants(
                entry.text("rolesClaim").orElse("roles"),
                roles,
                entry.text("nameClaim").map(List::of).orElse(NAME_CLAIMS),
                new Caller.Bounds(entry.text("tenant"), entry.texts("resourceTypes")));
    }

    private URI jwks(Entry entry) {
        String text = entry.requiredText("jwks");
        try {
            URI uri = URI.create(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            if (scheme.equals("file")) {
                return file(entry, uri);
            }
            boolean whole = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            if (whole && (scheme.equals("https") || (scheme.equals("http") && isThisMachine(uri.getHost())))) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            if (notAUri.getMessage() != null && notAUri.getMessage().startsWith(entry.where())) {
                throw notAUri;
            }
        }
        throw entry.mistake("\"jwks\" is \"" + text
                + "\"; it must be an https URL, a file: URL, or an http URL of this machine (127.0.0.1)");
    }

    /** A relative one is beside the document. */
    private URI file(Entry entry, URI uri) {
        Path file;
        try {
            file = uri.isOpaque()
                    ? document.toAbsolutePath().resolveSibling(uri.getSchemeSpecificPart())
                    : Path.of(uri);
        } catch (InvalidPathException e) {
            throw entry.mistake("\"jwks\" is \"" + uri + "\"; that is no name of a file");
        }
        if (!Files.isReadable(file)) {
            throw entry.mistake("\"jwks\" is \"" + uri + "\"; that is no file that can be read");
        }
        return file.toUri();
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}

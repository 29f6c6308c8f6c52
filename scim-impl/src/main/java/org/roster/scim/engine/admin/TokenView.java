package org.roster.scim.engine.admin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.IssuedTokens;
import org.roster.scim.spi.AccessToken;

/**
 * A token as the administration shows it, for JSON-B.
 *
 * <p>Its secret is part of it in the one answer that gives it to the client.
 */
@JsonbPropertyOrder({
    "id",
    "name",
    "caller",
    "tenant",
    "roles",
    "resourceTypes",
    "networks",
    "created",
    "createdBy",
    "expires",
    "revoked",
    "lastUsed",
    "secrets",
    "token"
})
public final class TokenView {

    private final AccessToken token;
    private final Optional<String> secret;

    private TokenView(AccessToken token, Optional<String> secret) {
        this.token = token;
        this.secret = secret;
    }

    static TokenView of(AccessToken token) {
        return new TokenView(token, Optional.empty());
    }

    static TokenView of(AccessToken token, String secret) {
        return new TokenView(token, Optional.of(secret));
    }

    /**
     * Its id.
     *
     * @return opaque
     */
    public String getId() {
        return token.id();
    }

    /**
     * Its name.
     *
     * @return as given
     */
    public String getName() {
        return token.name();
    }

    /**
     * What callers with it are called in the journal, in the audit and in settings.
     *
     * @return for instance {@code token:entra}
     */
    public String getCaller() {
        return IssuedTokens.callerName(token.name());
    }

    /**
     * The only tenant.
     *
     * @return null for every one
     */
    public @Nullable String getTenant() {
        return token.grant().tenant().orElse(null);
    }

    /**
     * Its roles.
     *
     * @return in order
     */
    public List<String> getRoles() {
        return List.copyOf(new TreeSet<>(token.grant().roles()));
    }

    /**
     * The only resource types.
     *
     * @return in order; empty for all
     */
    public List<String> getResourceTypes() {
        return List.copyOf(new TreeSet<>(token.grant().resourceTypes()));
    }

    /**
     * Where it may come from.
     *
     * @return empty for everywhere
     */
    public List<String> getNetworks() {
        return token.grant().networks();
    }

    /**
     * When it was made.
     *
     * @return RFC 3339
     */
    public String getCreated() {
        return token.created().at().toString();
    }

    /**
     * Who made it.
     *
     * @return name of a caller
     */
    public String getCreatedBy() {
        return token.created().by();
    }

    /**
     * Its end.
     *
     * @return null for none
     */
    public @Nullable String getExpires() {
        return text(token.expires());
    }

    /**
     * Since when it is good for nothing.
     *
     * @return null if it is good
     */
    public @Nullable String getRevoked() {
        return text(token.revoked());
    }

    /**
     * Its last use, to a minute.
     *
     * @return null for never
     */
    public @Nullable String getLastUsed() {
        return text(token.lastUsed());
    }

    /**
     * When each of its secrets was made, and ends.
     *
     * @return the newest first
     */
    public List<SecretView> getSecrets() {
        return token.secrets().stream()
                .map(s -> new SecretView(s.created().toString(), text(s.expires())))
                .toList();
    }

    /**
     * What the client has to send.
     *
     * @return null but in the answer to a POST
     */
    public @Nullable String getToken() {
        return secret.orElse(null);
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    /** One secret, without what it is. */
    @JsonbPropertyOrder({"created", "expires"})
    public static final class SecretView {

        private final String created;
        private final @Nullable String expires;

        SecretView(String created, @Nullable String expires) {
            this.created = created;
            this.expires = expires;
        }

        /**
         * When it was made.
         *
         * @return RFC 3339
         */
        public String getCreated() {
            return created;
        }

        /**
         * Its end.
         *
         * @return null if it ends with the token
         */
        public @Nullable String getExpires() {
            return expires;
        }
    }
}

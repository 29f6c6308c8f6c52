package org.roster.scim.engine.admin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.TokenWish;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AccessToken;

/** The body of a request for a new token, as JSON-B reads it. */
public final class TokenBody {

    static final Set<String> MEMBERS = Set.of("name", "tenant", "roles", "resourceTypes", "expires", "networks");

    private @Nullable String name;
    private @Nullable String tenant;
    private @Nullable List<String> roles;
    private @Nullable List<String> resourceTypes;
    private @Nullable String expires;
    private @Nullable List<String> networks;

    /** For JSON-B. */
    public TokenBody() {
        // all are unassigned
    }

    /**
     * Member {@code name}.
     *
     * @param value see {@link TokenWish}
     */
    public void setName(@Nullable String value) {
        this.name = value;
    }

    /**
     * Member {@code tenant}.
     *
     * @param value the only tenant
     */
    public void setTenant(@Nullable String value) {
        this.tenant = value;
    }

    /**
     * Member {@code roles}.
     *
     * @param value of the service
     */
    public void setRoles(@Nullable List<String> value) {
        this.roles = value;
    }

    /**
     * Member {@code resourceTypes}.
     *
     * @param value names; none for all
     */
    public void setResourceTypes(@Nullable List<String> value) {
        this.resourceTypes = value;
    }

    /**
     * Member {@code expires}.
     *
     * @param value a time with an offset, RFC 3339
     */
    public void setExpires(@Nullable String value) {
        this.expires = value;
    }

    /**
     * Member {@code networks}.
     *
     * @param value addresses and CIDR blocks; none for everywhere
     */
    public void setNetworks(@Nullable List<String> value) {
        this.networks = value;
    }

    Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    TokenWish wish(Optional<String> allowedTenant) {
        return new TokenWish(
                Optional.ofNullable(name).orElse(""),
                new AccessToken.Grant(
                        allowedTenant,
                        Set.copyOf(texts(roles, "roles")),
                        Set.copyOf(texts(resourceTypes, "resourceTypes")),
                        texts(networks, "networks")),
                Optional.ofNullable(expires).map(TokenBody::instant));
    }

    private static List<String> texts(@Nullable List<@Nullable String> list, String member) {
        if (list == null) {
            return List.of();
        }
        if (list.contains(null)) {
            throw ScimException.invalidValue(member + " must be a list of texts");
        }
        return list.stream().map(t -> t == null ? "" : t).distinct().toList();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ScimException.invalidValue(
                    "expires must be a time with an offset, such as 2027-06-30T00:00:00Z; found \"" + text + "\"");
        }
    }
}

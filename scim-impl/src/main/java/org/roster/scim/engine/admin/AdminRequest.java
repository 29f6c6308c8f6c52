package org.roster.scim.engine.admin;

import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.engine.security.TokenMaker;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Caller;

/** What an endpoint of the administration wants to know about a request. JAX-RS fills it in. */
public class AdminRequest {

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withNullValues(true));
    private static final JsonDecoder DECODER = new JsonDecoder(JsonLimits.DEFAULT);
    private static final int LONGEST_BODY = 65_536;
    private static final int MOST_ON_A_PAGE = 1_000;

    @Context
    private UriInfo uri;

    @Context
    private SecurityContext security;

    @Context
    private HttpServletRequest servlet;

    /**
     * Lets administrators through. Whose credential is for some resource types only is none: a token that he made, or an
     * export, would be good for the others too.
     *
     * @throws ScimException 403
     */
    void requireAdministrator() {
        if (!security.isUserInRole(Roles.ADMIN)) {
            throw ScimException.of(403, "this needs the role " + Roles.ADMIN + ", which your credential does not have");
        }
        if (!bounds().resourceTypes().isEmpty()) {
            throw ScimException.of(
                    403, "your credential is for some resource types alone; this needs one that is for all of them");
        }
    }

    String callerName() {
        @Nullable Principal principal = security.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** What the caller does with this request, for the audit. */
    Attempt act(Attempts attempts) {
        return new AdminAct(servlet, uri, attempts.requestId())
                .permitted(Optional.ofNullable(security.getUserPrincipal()).orElse(() -> ""));
    }

    /** The caller as one who makes tokens. */
    TokenMaker maker() {
        return new TokenMaker(callerName(), token());
    }

    /** The only tenant that the caller administers; empty for all of them. */
    Optional<String> tenant() {
        return bounds().tenant();
    }

    private Caller.Bounds bounds() {
        return token().map(Caller::bounds).orElse(Caller.Bounds.NONE);
    }

    private Optional<Caller> token() {
        return security.getUserPrincipal() instanceof TokenPrincipal token
                ? Optional.of(token.caller())
                : Optional.empty();
    }

    /**
     * The tenant that a request is about.
     *
     * @param wanted what the request says; empty for what the caller may
     * @return empty for every one
     * @throws ScimException 403 if it is not the caller's
     */
    Optional<String> tenant(Optional<String> wanted) {
        Optional<String> own = tenant();
        if (own.isPresent() && wanted.isPresent() && !own.equals(wanted)) {
            throw ScimException.of(403, "your credential is for the tenant \"" + own.get() + "\" alone");
        }
        return own.or(() -> wanted);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name)).filter(text -> !text.isEmpty());
    }

    /** How many a list shall have at most: {@code count}. */
    int count() {
        String text = parameter("count").orElse("100");
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw ScimException.invalidValue("count must be a whole number from 1 to " + MOST_ON_A_PAGE);
        }
        return Math.min(Integer.parseInt(text), MOST_ON_A_PAGE);
    }

    /**
     * Reads a body.
     *
     * @param body JSON, at most 64 KiB
     * @param type with a setter for each member that there can be
     * @param members their names; others are refused, for a typing error shall not grant what was not meant
     * @return its values
     */
    <T> T body(InputStream body, Class<T> type, Set<String> members) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw ScimException.of(413, "the body is longer than " + LONGEST_BODY + " bytes");
        }
        JsonObject object = DECODER.decode(bytes);
        object.keySet().stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ScimException.invalidSyntax("there is no member \"" + unknown + "\"; there are "
                            + String.join(", ", new TreeSet<>(members)));
                });
        try {
            return JSON.fromJson(object.toString(), type);
        } catch (JsonbException e) {
            throw ScimException.invalidSyntax("a member of the body has a value of the wrong type");
        }
    }

    String location(String path) {
        return uri.getBaseUriBuilder().path(path).build().toString();
    }

    static String json(Object value) {
        return JSON.toJson(value);
    }
}

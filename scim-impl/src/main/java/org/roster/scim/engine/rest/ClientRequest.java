package org.roster.scim.engine.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.projection.EntityTag;
import org.roster.scim.engine.security.Callers;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;

/** What an endpoint wants to know about a request besides path and body. JAX-RS fills it in. */
public class ClientRequest implements QueryParameters {

    /** No store calls a version so. */
    private static final Precondition NOTHING_THERE = new Precondition(List.of(""));

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}");

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Context
    private SecurityContext security;

    /** Not there where the engine runs without servlets. */
    @Context
    private @Nullable HttpServletRequest servlet;

    private @Nullable Map<String, List<String>> parameters;

    /** Who asks, with those of some roles that he has. */
    Caller caller(Set<String> roles) {
        return Callers.of(security.getUserPrincipal(), security::isUserInRole, roles);
    }

    /** Whether no credential came with it. */
    boolean isAnonymous() {
        return security.getUserPrincipal() == null;
    }

    /** The tenant that the path of the URL names. */
    Optional<String> tenantInPath() {
        return servlet == null
                ? Optional.empty()
                : Optional.ofNullable((String) servlet.getAttribute(TenantFilter.ATTRIBUTE));
    }

    /** The host of the URL, without its port. */
    String host() {
        return servlet == null ? "" : servlet.getServerName().toLowerCase(Locale.ROOT);
    }

    /** Where the request comes from, as the server knows it; empty if it does not. */
    String address() {
        return servlet == null ? "" : servlet.getRemoteAddr();
    }

    /** Whether the caller is a user of the server's realm; a token stands for a service. */
    boolean fromUser() {
        return !(security.getUserPrincipal() instanceof TokenPrincipal);
    }

    /** Says that the request is about a resource that has another, permanent location. */
    void isAliasOf(String location) {
        if (servlet != null) {
            servlet.setAttribute(MeLocation.ATTRIBUTE, location);
        }
    }

    /** The base URL as the client used it, without a slash at the end. */
    String baseUrl() {
        String base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The first value of a query parameter, whose name a client may write in any case (V-QUERY-01). */
    @Override
    public Optional<String> parameter(String name) {
        return values(name).findFirst();
    }

    /** A list of names in a query parameter: comma-separated, and the parameter may be repeated. */
    @Override
    public List<String> names(String name) {
        return values(name)
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public Optional<Integer> number(String name) {
        return parameter(name).map(String::strip).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw ScimException.invalidValue(name + " must be a whole number, found \"" + text + "\"");
            }
            return SearchBody.clamped(new BigInteger(text));
        });
    }

    private Stream<String> values(String name) {
        return parameters().getOrDefault(name, List.of()).stream();
    }

    /** By names in any case. A query asks for ten of them, and JAX-RS makes its map anew for whoever walks through it. */
    private Map<String, List<String>> parameters() {
        if (parameters == null) {
            Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            uri.getQueryParameters()
                    .forEach((name, values) ->
                            all.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
            parameters = all;
        }
        return parameters;
    }

    /** Refuses a compressed body, which not every server would unpack. */
    void requirePlainBody() {
        Optional<String> encoding = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (encoding.isPresent() && !encoding.get().equalsIgnoreCase("identity")) {
            throw ScimException.of(
                    415, "Content-Encoding " + encoding.get() + " is not supported; send the body uncompressed");
        }
    }

    /** Refuses a body that goes by another name (IP-5.2-01). */
    void requireScimJson() {
        @Nullable MediaType type = headers.getMediaType();
        if (type == null || !type.getSubtype().equalsIgnoreCase("scim+json")) {
            throw ScimException.of(415, "send the body as application/scim+json (IP §5.2)");
        }
    }

    /**
     * Which versions a change is meant for: the header {@code If-Match}; with {@code If-None-Match: *} none of those that
     * there can be (RFC 9110 §13.1.2).
     */
    Precondition precondition() {
        return entityTags(HttpHeaders.IF_NONE_MATCH).contains("*")
                ? NOTHING_THERE
                : EntityTag.precondition(entityTags(HttpHeaders.IF_MATCH));
    }

    /** Whether the client has this version already: the header {@code If-None-Match}. */
    boolean knows(String version) {
        List<String> versions = entityTags(HttpHeaders.IF_NONE_MATCH);
        return versions.contains("*") || (!version.isEmpty() && versions.contains(version));
    }

    private List<String> entityTags(String header) {
        return Optional.ofNullable(headers.getRequestHeader(header)).orElse(List.of()).stream()
                .flatMap(line -> EntityTag.versions(line).stream())
                .toList();
    }

    /** What the answer is called: {@code application/json} only for a client that accepts nothing better (RFC 7644 §3.8). */
    MediaType answerType() {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return accepted.isEmpty() || accepted.stream().anyMatch(ScimMediaType.OF_SCIM::isCompatible)
                ? ScimMediaType.OF_SCIM
                : ScimMediaType.OF_JSON;
    }
}

package org.roster.scim.engine.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can set: system property {@code roster.some.name}, else environment variable {@code ROSTER_SOME_NAME}.
 * Every setting of the service is a method here; a value that cannot be used is refused at start.
 */
@ApplicationScoped
public class Configuration {

    private final Function<String, @Nullable String> properties;
    private final Map<String, String> environment;

    /** Reads the settings of this JVM. */
    public Configuration() {
        this(System::getProperty, System.getenv());
    }

    /**
     * Reads settings from elsewhere.
     *
     * @param properties system properties
     * @param environment environment variables
     */
    public Configuration(Function<String, @Nullable String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * {@code roster.bootstrap.token}: a bearer token that may do everything. Read once at start; only its hash is kept.
     *
     * @return empty if bearer tokens are not accepted
     */
    public Optional<String> bootstrapToken() {
        return setting("roster.bootstrap.token");
    }

    /**
     * {@code roster.bootstrap.token.sha256}: the SHA-256 of that token in hexadecimal, for operators who do not want the
     * token itself in a configuration.
     *
     * @return empty if it is not set
     */
    public Optional<String> bootstrapTokenHash() {
        return setting("roster.bootstrap.token.sha256");
    }

    /**
     * {@code roster.base.url}: the base URL as clients know it, where a proxy stands in front of the server.
     *
     * @return without a slash at the end; empty to take it from the request
     */
    public Optional<String> baseUrl() {
        return setting("roster.base.url").map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /**
     * {@code roster.body.limit}, {@code roster.json.depth}, {@code roster.page.size}, {@code roster.page.limit},
     * {@code roster.filter.length}, {@code roster.filter.depth}, {@code roster.filter.terms},
     * {@code roster.patch.operations}, {@code roster.bulk.operations}, {@code roster.bulk.payload}: how much a single request
     * may be, of tenants for which {@link #limits} does not say otherwise.
     *
     * @return the usual ones unless set
     */
    public RequestLimits requestLimits() {
        Map<RequestLimit, Integer> set = new EnumMap<>(RequestLimit.class);
        for (RequestLimit limit : RequestLimit.values()) {
            setting("roster." + limit.keyword()).ifPresent(text -> set.put(limit, number(limit, text)));
        }
        return new RequestLimits(set);
    }

    private static int number(RequestLimit limit, String text) {
        try {
            int number = Integer.parseInt(text);
            if (limit.allows(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalStateException(
                "roster." + limit.keyword() + " is \"" + text + "\"; it must be " + limit.allowed());
    }

    /**
     * {@code roster.cursor.timeout}: for how long a cursor is good.
     *
     * @return seconds, at least 1; 3,600 unless set
     */
    public int cursorTimeout() {
        return number("roster.cursor.timeout", 3_600);
    }

    /**
     * {@code roster.me}: whether {@code /Me} stands for the User whose userName is the name of the caller.
     *
     * @return true unless it is set to {@code off}
     */
    public boolean me() {
        return onOrOff("roster.me", "on");
    }

    /**
     * {@code roster.dialect.off}: habits of clients that shall not be tolerated, by the names that
     * {@code scim-war/README.md} lists.
     *
     * @return names in upper case; empty if all are tolerated
     */
    public Set<String> dialectOff() {
        return names(setting("roster.dialect.off").orElse("").toUpperCase(Locale.ROOT));
    }

    /**
     * {@code roster.mode}: how requests are read, of clients that the two settings below do not name.
     *
     * @return keyword of a {@link Mode}; {@code rfc} unless set
     */
    public String mode() {
        return setting("roster.mode").orElse(Mode.RFC.keyword());
    }

    /**
     * {@code roster.clients}: how the requests of a credential are read, for instance {@code bootstrap-token=entra}.
     *
     * @return pairs of a caller's name and a mode, with commas between them; empty if there are none
     */
    public String clients() {
        return setting("roster.clients").orElse("");
    }

    /**
     * {@code roster.agents}: how the requests of a program are read, by the beginning of its User-Agent.
     *
     * @return pairs of that beginning and a mode, with commas between them; empty if there are none
     */
    public String agents() {
        return setting("roster.agents").orElse("");
    }

    /**
     * {@code roster.schemas}: a folder with schemas and resource types of the operator's own, files {@code *.json}.
     *
     * @return empty if there is none
     */
    public Optional<Path> schemas() {
        return setting("roster.schemas").map(Path::of);
    }

    /**
     * {@code roster.basic}: whether BASIC with the users of the server's realm is accepted, {@code on} or {@code off}.
     *
     * @return true unless set
     */
    public boolean basic() {
        return onOrOff("roster.basic", "on");
    }

    /**
     * {@code roster.lockout.attempts}: how many wrong credentials in a row are looked at before the next must wait.
     *
     * @return 10 unless set; 0 for any number
     */
    public int lockoutAttempts() {
        return number("roster.lockout.attempts", 10, 0);
    }

    /**
     * {@code roster.policy}: a JSON file with roles of the operator's own.
     *
     * @return empty if there are none
     */
    public Optional<Path> policy() {
        return setting("roster.policy").map(Path::of);
    }

    /**
     * {@code roster.protected}: names of administrative roles; groups that are called so, and whoever is in them or has them
     * among his roles, are protected.
     *
     * @return empty unless set; then those of the service. {@code none} is an empty set
     */
    public Optional<Set<String>> protectedNames() {
        return setting("roster.protected").map(text -> text.equals("none") ? Set.of() : names(text));
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@code roster.reactivate}: whether a POST of somebody who is inactive, with the same externalId, reactivates him.
     *
     * @return false unless it is set to {@code on}; then such a POST is a conflict
     */
    public boolean reactivates() {
        return onOrOff("roster.reactivate", "off");
    }

    /**
     * {@code roster.tenant.hosts}: which host names are those of tenants, for instance {@code acme.example.com=acme}.
     *
     * @return tenants by host names in lower case; empty unless set
     */
    public Map<String, String> tenantHosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        for (String pair : names(setting("roster.tenant.hosts").orElse(""))) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || equals == pair.length() - 1) {
                throw new IllegalStateException(
                        "roster.tenant.hosts has \"" + pair + "\"; write host=tenant, with commas between several");
            }
            hosts.put(
                    pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    pair.substring(equals + 1).strip());
        }
        return Map.copyOf(hosts);
    }

    /**
     * {@code roster.token.cache}: for how long the service believes what it read of a token. So much later a token that was
     * revoked on another node ends on this one.
     *
     * @return seconds; 5 unless set; 0 to read it for each request
     */
    public int tokenCache() {
        return number("roster.token.cache", 5, 0);
    }

    /**
     * {@code roster.limit.rate}, {@code roster.limit.burst}, {@code roster.limit.concurrent}: how much a credential may ask for.
     *
     * @return no limit unless set
     */
    public Limit credentialLimit() {
        return limit("roster.limit.");
    }

    /**
     * {@code roster.limit.tenant.rate}, {@code roster.limit.tenant.burst}, {@code roster.limit.tenant.concurrent}: how much
     * the credentials of a tenant may ask for together.
     *
     * @return no limit unless set
     */
    public Limit tenantLimit() {
        return limit("roster.limit.tenant.");
    }

    /**
     * {@code roster.limits}: other limits for some, for instance {@code credential:hr:rate=5,tenant:acme:concurrent=2}.
     *
     * @return as it was written; empty if there are none
     */
    public String limits() {
        return setting("roster.limits").orElse("");
    }

    /**
     * {@code roster.brake}: what happens when deactivations and deletions are too many to be meant.
     *
     * @return {@code off}, {@code warn} or {@code hold}; {@code off} unless set
     */
    public String brake() {
        return setting("roster.brake").orElse("off");
    }

    /**
     * {@code roster.brake.most}: how many are let through, as a number or as a percentage of the resources.
     *
     * @return as it was written; {@code 10%} unless set
     */
    public String brakeMost() {
        return setting("roster.brake.most").orElse("10%");
    }

    /**
     * {@code roster.brake.window}: within which time.
     *
     * @return seconds, at least 60; 3,600 unless set
     */
    public int brakeWindow() {
        return number("roster.brake.window", 3_600, 60);
    }

    private Limit limit(String names) {
        return new Limit(
                number(names + "rate", 0, 0), number(names + "burst", 0, 0), number(names + "concurrent", 0, 0));
    }

    /**
     * {@code roster.jwt.issuers}: a file with those whose JWTs are accepted.
     *
     * @return empty if there are none
     */
    public Optional<Path> jwtIssuers() {
        return setting("roster.jwt.issuers").map(Path::of);
    }

    /**
     * {@code roster.jwt.keys.refresh}: after which time the keys of an issuer are read anew.
     *
     * @return seconds, at least 1; 3,600 unless set
     */
    public int jwtKeysRefresh() {
        return number("roster.jwt.keys.refresh", 3_600);
    }

    /**
     * {@code roster.jwt.keys.keep}: for how long the keys of an issuer that is down are used.
     *
     * @return seconds, at least 1; 86,400 unless set
     */
    public int jwtKeysKeep() {
        return number("roster.jwt.keys.keep", 86_400);
    }

    /**
     * {@code roster.keyring.secret}: what the keys of a deployment without the directory's tables are derived from.
     *
     * @return at least 32 characters; empty for a secret of the process
     */
    public Optional<String> keyringSecret() {
        Optional<String> secret = setting("roster.keyring.secret");
        if (secret.isPresent() && secret.get().length() < 32) {
            throw new IllegalStateException(
                    "roster.keyring.secret has " + secret.get().length()
                            + " characters; it must have at least 32 (make one with: openssl rand -base64 32)");
        }
        return secret;
    }

    private boolean onOrOff(String name, String otherwise) {
        String text = setting(name).orElse(otherwise);
        if (!text.equals("on") && !text.equals("off")) {
            throw new IllegalStateException(name + " is \"" + text + "\"; it must be on or off");
        }
        return text.equals("on");
    }

    private int number(String name, int otherwise) {
        return number(name, otherwise, 1);
    }

    private int number(String name, int otherwise, int least) {
        Optional<String> text = setting(name);
        try {
            int number = text.map(Integer::parseInt).orElse(otherwise);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalStateException(
                name + " is \"" + text.orElse("") + "\"; it must be a whole number of at least " + least);
    }

    private Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(properties.apply(name))
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

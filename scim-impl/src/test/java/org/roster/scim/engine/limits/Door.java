package org.roster.scim.engine.limits;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.RecordedResponse;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.spi.Caller;

/** The filter with settings, a clock that stands, and tenants by the callers' names: {@code hr@acme} is of acme. */
final class Door {
    final RateLimits filter = new RateLimits();

    /** The services that got in. */
    final List<String> passed = new ArrayList<>();

    /** Of requests that are answered by another thread. */
    final List<AsyncListener> listeners = new ArrayList<>();

    boolean asynchronous;

    /** Far from zero, as nanoTime may be, and about to overflow. */
    private long nanoseconds = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    Door(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        filter.initialize(
                new Limits(new Configuration(all::get, Map.of())),
                caller -> caller.name().substring(caller.name().indexOf('@') + 1),
                () -> nanoseconds);
    }

    void pass(Duration time) {
        nanoseconds += time.toNanos();
    }

    /** How many of so many requests get in. */
    long admitted(int requests, String token) {
        long before = passed.size();
        for (int i = 0; i < requests; i++) {
            ask(token);
        }
        return passed.size() - before;
    }

    RecordedResponse ask(String token) {
        return send(request(token(token), "192.0.2.1"), (request, response) -> passed.add(token));
    }

    RecordedResponse askFrom(String address) {
        return send(request(null, address), (request, response) -> passed.add(address));
    }

    RecordedResponse send(HttpServletRequest request, FilterChain chain) {
        RecordedResponse response = new RecordedResponse();
        try {
            filter.doFilter(request, response.servlet(), chain);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    static Principal token(String name) {
        return new TokenPrincipal(new Caller(name, Set.of()));
    }

    /** Answers what the filter may ask for, and nothing about the body. */
    HttpServletRequest request(@Nullable Principal principal, String address) {
        Map<String, Object> attributes = new HashMap<>();
        return RecordedResponse.fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getUserPrincipal" -> principal;
            case "isUserInRole" -> false;
            case "getRemoteAddr" -> address;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "isAsyncStarted" -> asynchronous;
            case "getAsyncContext" ->
                RecordedResponse.fake(
                        AsyncContext.class, (self, call, given) -> listeners.add((AsyncListener) given[0]));
            default -> throw new AssertionError("asked for " + method.getName());
        });
    }
}

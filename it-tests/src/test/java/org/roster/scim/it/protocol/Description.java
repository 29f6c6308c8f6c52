package org.roster.scim.it.protocol;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RosterServer;

/** What services say of themselves, asked once each. */
public final class Description {

    private static final Map<String, Published> KNOWN = new ConcurrentHashMap<>();

    private Description() {}

    /** Aborts tests that need what the service has not. */
    public static Gate gate(String baseUrl, String token) {
        return of(client(baseUrl, token));
    }

    static ScimHttp client(String baseUrl, String token) {
        RosterServer service = new RosterServer(URI.create(baseUrl), token);
        return ScimHttp.of(service).with("Authorization", service.bearer());
    }

    static Published of(ScimHttp client) {
        return KNOWN.computeIfAbsent(client.baseUrl(), url -> Published.by(client));
    }
}

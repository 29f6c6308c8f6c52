package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import org.roster.scim.it.http.RawHttp;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.RosterServer;

/**
 * A request as text, which no client library corrects. Immutable.
 *
 * @param line method and target
 * @param host the value of Host
 * @param headers each with its line end
 * @param body as it is, one byte a character
 */
record Raw(String line, String host, String headers, String body) {

    /** A request whose target is given from the root of the server. */
    static Raw of(String method, String target) {
        return new Raw(method + " " + target, address().getAuthority(), "", "");
    }

    Raw to(String otherHost) {
        return new Raw(line, otherHost, headers, body);
    }

    Raw with(String name, String value) {
        return new Raw(line, host, headers + name + ": " + value + "\r\n", body);
    }

    Raw byToken() {
        return with("Authorization", RosterServer.current().bearer());
    }

    Raw sending(String text) {
        return new Raw(line, host, headers, text);
    }

    ScimAnswer answer() {
        return RawHttp.exchange(address().getHost(), address().getPort(), text().getBytes(ISO_8859_1));
    }

    /** All of it. */
    String text() {
        return line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }

    static URI address() {
        return RosterServer.current().baseUrl();
    }
}

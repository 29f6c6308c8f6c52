package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.LogFile;
import org.roster.scim.it.server.ServerLog;

/**
 * Log injection: no text of a client begins a line of the log, moves a cursor on a terminal, or is taken for a pattern. Roster
 * logs at TRACE meanwhile; what servers log of their own at that level is theirs.
 */
interface LogInjectionContract extends Attack {
    /** Line ends of every kind, a terminal's escape, and what a formatter or a lookup would replace. */
    List<String> BREAKS = List.of(
            "\n",
            "\r\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u000b",
            "\u000c",
            "\u001b[2K\u001b[1A",
            "\u009b2K",
            "\b\b");

    @Test
    default void log_injection_forges_no_line() throws InterruptedException {
        LogFile log = ServerLog.fromNow();
        String mark = "F0rged" + UUID.randomUUID().toString().replace("-", "");
        Loud.during(List.of("org.roster"), () -> {
            BREAKS.forEach(end -> everywhere(end + mark + " ERROR SCIM01001 the service failed"));
            everywhere("{0} {1} ''{2} %s %n ${jndi:ldap://127.0.0.1:1/" + mark + "} ${java.version} #{7*7}");
            return true;
        });
        String text = log.text();
        assertThat(text).as("%s has what Roster tells of requests", log.path()).contains("SCIM04003");
        assertThat(Pattern.compile("(?m)^\\s*" + mark).matcher(text).find())
                .as("a line begins with what a client sent")
                .isFalse();
        assertThat(text).doesNotContain("\u001b[2K", "\u009b2K", "\b\b", "\u0085" + mark, "\u2028" + mark);
        assertThat(text).doesNotContain(System.getProperty("java.version") + " 49");
    }

    /** Wherever a client can put a text of its own. */
    private void everywhere(String text) {
        String json = Json.createValue(text).toString();
        String body = aUser().json();
        scim().post("/Users", body.replaceFirst("\\{", "{" + Matcher.quoteReplacement(json) + ":1,"));
        scim().post(
                        "/Users",
                        body.replaceFirst(
                                "\\{\"schemas\":\\[", "{\"schemas\":[" + Matcher.quoteReplacement(json) + ","));
        scim().post("/Users", aUser().named(text).with("displayName", text).json());
        scim().get(target("/Users", "filter", "userName eq " + json));
        scim().get(target("/Users", "filter", text + " eq 1"));
        scim().get(target("/Users", "sortBy", text, "attributes", text, text, text));
        scim().get(target("/Users", "cursor", text));
        scim().get("/" + target("", text, "x").substring(1).replace("=x", "").replace("+", "%20"));
        scim().patch("/Users/nobody", aPatch().add(text, "1").json());
        scim().post("/Bulk", aBulk().delete("/Users/" + text).delete(text).json());
        ScimHttp.as(text.replace(":", ""), "guess").get("/Users");
        ScimHttp.as("stranger", text).get("/Users");
        String printable = text.replaceAll("[^\\x20-\\x7e]", " ").strip();
        scim().with("User-Agent", printable).with("If-Match", printable).delete("/Users/nobody");
        scim().with("Authorization", "Bearer " + printable).get("/Users");
        Raw.of("GET", Raw.address().getPath() + "/Users/x%0d%0a" + "F0rged")
                .byToken()
                .with("X-Forwarded-For", printable)
                .answer();
    }
}

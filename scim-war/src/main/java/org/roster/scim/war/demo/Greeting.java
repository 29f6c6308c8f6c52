package org.roster.scim.war.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the demo says when it is up: where it is, who may come in, and two commands to paste. */
record Greeting(DemoSettings settings, Credentials credentials) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The text.
     *
     * @param seconds that the start took
     * @param start makes the name of the user to create, so that the commands work at every start
     */
    String text(long seconds, Instant start) {
        return String.format(
                Locale.ROOT,
                """

                    Roster is up after %1$d s.

                      Base URL       %2$s
                      Bearer token   %3$s
                      BASIC          %4$s   (role scim-admin in the server's realm)
                      Data and log   %5$s

                    Create a user, then find it:

                    curl -H 'Authorization: Bearer %3$s' -H 'Content-Type: application/scim+json' -d '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%6$s"}' %2$s/Users
                    curl -u '%4$s' '%2$s/Users?filter=userName%%20eq%%20%%22%6$s%%22'

                    Ctrl-C stops it.
                    """,
                seconds,
                settings.baseUrl(),
                credentials.token(),
                credentials.login(),
                settings.directory(),
                "guest-" + MOMENT.format(start) + "@example.com");
    }
}

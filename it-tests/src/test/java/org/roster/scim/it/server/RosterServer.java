package org.roster.scim.it.server;

/** Where the server under test listens and who may enter; a stand-in until the real one is merged. */
public record RosterServer(String baseUrl, String token) {
    public static RosterServer current() {
        return new RosterServer(
                System.getProperty("roster.it.base", "http://127.0.0.1:8080/scim/v2"),
                System.getProperty("roster.it.token", "secret"));
    }
}

package org.roster.scim.it.server;

import java.nio.file.Path;

/** The log of the server under test. Servers write a little late: wait for what must come. */
public final class ServerLog {

    private ServerLog() {}

    /** The log since the server was made ready for this lane. */
    public static LogFile whole() {
        return LogFile.whole(path());
    }

    /** What the server logs from now on. */
    public static LogFile fromNow() {
        return LogFile.fromNow(path());
    }

    private static Path path() {
        Lane lane = Lane.current();
        String file = switch (lane.server()) {
            case WILDFLY -> "log/server.log";
            case PAYARA, GLASSFISH -> "logs/server.log";
            case LIBERTY -> "servers/defaultServer/logs/messages.log";
        };
        return lane.directory().resolve(file);
    }
}

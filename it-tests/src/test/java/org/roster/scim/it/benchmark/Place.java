package org.roster.scim.it.benchmark;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a directory lies, and its server.
 *
 * @param users how many are in it
 * @param database the data directory of PostgreSQL; kept for the next run
 * @param lane the base directory of the server
 * @param name of its logs
 * @param portOffset of server and database
 */
record Place(int users, Path database, Path lane, String name, int portOffset) {

    private static final int BESIDE = 20;

    /** The directory that is measured. */
    static Place measured() {
        return new Place(
                Settings.users(),
                Settings.database("database", Settings.users()),
                Path.of(Settings.required("lane.directory")),
                "server",
                0);
    }

    /** Another one, that it is held beside. */
    static Optional<Place> beside() {
        int users = Settings.besideUsers();
        return users == 0
                ? Optional.empty()
                : Optional.of(new Place(
                        users,
                        Settings.database("beside.database", users),
                        Path.of(Settings.required("lane.directory") + "-beside"),
                        "beside",
                        BESIDE));
    }
}

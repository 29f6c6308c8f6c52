package org.roster.scim.it.benchmark;

/**
 * One of those that are compared.
 *
 * @param name for the table
 * @param round asks its server
 * @param operation what is asked
 * @param profile of the rounds, if they are recorded
 */
record Side(String name, Round round, Operation operation, Profile profile) {

    Side(String name, Round round, Operation operation) {
        this(name, round, operation, new Profile(round.serverPid(), name));
    }

    void warmUp(int workers) {
        round.warmUp(operation, workers);
    }

    Sample run(int workers) {
        return Settings.profile() ? profile.during(() -> round.run(operation, workers)) : round.run(operation, workers);
    }
}

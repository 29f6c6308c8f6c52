package org.roster.scim.it.benchmark;

/**
 * What the service is asked of groups.
 *
 * @param service Roster
 * @param people the members: a group of some size has the first users
 */
record GroupOperations(Service service, Population people) {

    /** The whole group. */
    Operation get(int size) {
        byte[] request = service.get("/Groups/" + people.group(size));
        return (worker, workers) ->
                () -> new Exchange(request, answer -> answer.status() == 200 && answer.count("\"value\":") == size);
    }

    /** Takes a member out and adds it again, so that the size stays: half of the requests are of the one kind. Who is
     * out when a round ends comes back by {@link Population#restore}. */
    Operation removeAndAdd(int size) {
        String path = "/Groups/" + people.group(size);
        return (worker, workers) -> {
            Turn turn = new Turn(people, size, worker, workers);
            return () -> {
                Turn.Step step = turn.next();
                String operation = step.add()
                        ? "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + step.id() + "\"}]}"
                        : "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + step.id() + "\\\"]\"}";
                return new Exchange(
                        service.send("PATCH", path, Service.message("PatchOp", operation)),
                        answer -> answer.status() == 204 || answer.status() == 200);
            };
        };
    }
}

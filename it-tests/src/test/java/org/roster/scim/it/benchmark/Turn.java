package org.roster.scim.it.benchmark;

import java.util.Random;

/** Takes by turns a member out of a group and adds it again, so that the size stays. */
final class Turn {

    private final Population people;
    private final int size;
    private final int worker;
    private final int workers;
    private final Random random = new Random();
    private String out = "";

    /**
     * @param people who is in the directory
     * @param size of the group, which has the first of them
     * @param worker whose members it takes: each worker has its own
     * @param workers how many there are
     */
    Turn(Population people, int size, int worker, int workers) {
        this.people = people;
        this.size = size;
        this.worker = worker;
        this.workers = workers;
    }

    /** One request: who, and whether he is added or removed. */
    record Step(String id, boolean add) {}

    Step next() {
        boolean add = !out.isEmpty();
        String id = add ? out : people.id(random.nextInt(size / workers) * workers + worker);
        out = add ? "" : id;
        return new Step(id, add);
    }
}

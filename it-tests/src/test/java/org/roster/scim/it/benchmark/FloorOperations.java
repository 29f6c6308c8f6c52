package org.roster.scim.it.benchmark;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.roster.scim.it.load.GeneratedUser;

/**
 * What the floor is asked.
 *
 * @param service the floor
 * @param people who is in its table
 * @param next the number of the next new user
 */
record FloorOperations(Service service, Population people, AtomicInteger next) {

    Operation byId() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                int n = random.nextInt(people.size());
                String name = new GeneratedUser(n).userName();
                return new Exchange(
                        service.get("/rows/" + people.id(n)), answer -> answer.status() == 200 && answer.has(name));
            };
        };
    }

    Operation byKey() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                String name = new GeneratedUser(random.nextInt(people.size())).userName();
                return new Exchange(
                        service.get("/rows/by-key/" + name), answer -> answer.status() == 200 && answer.has(name));
            };
        };
    }

    Operation byUnknownKey() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> new Exchange(
                    service.get("/rows/by-key/nobody." + random.nextInt() + "@fabrikam.example"),
                    answer -> answer.status() == 200 && answer.has("[]"));
        };
    }

    Operation page() {
        byte[] request = service.get("/rows?count=100");
        return (worker, workers) -> () -> new Exchange(request, answer -> answer.count("\"userName\":") == 100);
    }

    Operation insert() {
        return (worker, workers) -> () -> {
            GeneratedUser user = new GeneratedUser(next.getAndIncrement());
            return new Exchange(
                    service.send("POST", "/rows?key=" + user.userName(), user.json(people.id(0))),
                    answer -> answer.status() == 201);
        };
    }

    Operation update() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                int n = random.nextInt(people.size() / workers) * workers + worker;
                boolean active = random.nextBoolean();
                return new Exchange(
                        service.send("PATCH", "/rows/" + people.id(n), Boolean.toString(active)),
                        answer -> answer.status() == 200 && answer.has("\"active\":" + active));
            };
        };
    }
}

package org.roster.scim.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roster.scim.engine.schema.BuiltInSchemas;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.store.jpa.StoreRows;
import org.roster.scim.engine.store.jpa.StoreRows.NewResource;
import org.roster.scim.it.load.GeneratedUser;
import org.roster.scim.schema.ResourceType;

/**
 * What the endpoint is asked that reads and writes the rows of Roster's tables by JDBC alone.
 *
 * @param service the floor
 * @param people who is in the directory
 * @param next the number of the next new user
 */
record SameRowsOperations(Service service, Population people, AtomicInteger next) {

    private static final ResourceType USER =
            BuiltInSchemas.load().byName("User").orElseThrow();

    Operation byName() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                String name = new GeneratedUser(random.nextInt(people.size())).userName();
                return new Exchange(
                        service.get("/same-rows/by-name/" + name),
                        answer -> answer.status() == 200 && answer.has("\"userName\":\"" + name));
            };
        };
    }

    Operation page() {
        byte[] request = service.get("/same-rows?count=100");
        return (worker, workers) -> () -> new Exchange(request, answer -> answer.count("\"userName\":") == 100);
    }

    Operation group(int size) {
        byte[] request = service.get("/same-rows/groups/" + people.group(size));
        return (worker, workers) -> () -> new Exchange(request, answer -> answer.count(" User ") == size);
    }

    /** So many new users in one transaction. */
    Operation insert(int users) {
        return (worker, workers) -> () -> {
            String rows = IntStream.range(0, users)
                    .mapToObj(i -> rows(new GeneratedUser(next.getAndIncrement())))
                    .collect(Collectors.joining(",", "[", "]"));
            return new Exchange(service.send("POST", "/same-rows", rows), answer -> answer.status() == 201);
        };
    }

    Operation update(Activity activity) {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                Activity.Change change = activity.next(random, worker, workers);
                return new Exchange(
                        service.send("PATCH", "/same-rows/" + change.id(), Boolean.toString(change.active())),
                        answer -> answer.status() == 200 && answer.has("\"active\":" + change.active()));
            };
        };
    }

    /** One member by turns goes out of a group and comes back. */
    Operation member(int size) {
        String path = "/same-rows/groups/" + people.group(size) + "/";
        return (worker, workers) -> {
            Turn turn = new Turn(people, size, worker, workers);
            return () -> {
                Turn.Step step = turn.next();
                return new Exchange(
                        service.send("PATCH", path + step.id(), Boolean.toString(step.add())),
                        answer -> answer.status() == 204);
            };
        };
    }

    /** All rows that a POST of the user writes, the journal's included. */
    private String rows(GeneratedUser user) {
        long now = System.currentTimeMillis();
        String id = UUID.randomUUID().toString();
        String json = user.json(people.id(0));
        Map<String, JsonArrayBuilder> tables = new LinkedHashMap<>();
        StoreRows.of(
                new NewResource(id, "default", now, USER, ResourceReader.read(USER, parsed(json))),
                List.of(),
                (table, values) -> add(tables, table, values));
        add(
                tables,
                "scim_change",
                UUID.randomUUID().toString(),
                id,
                "default",
                0L,
                "User",
                "created",
                1L,
                "benchmark",
                now,
                "{\"attributes\":" + json + "}",
                UUID.randomUUID().toString(),
                "scim-admin",
                "127.0.0.1");
        JsonObjectBuilder rows = Json.createObjectBuilder();
        tables.forEach(rows::add);
        return rows.build().toString();
    }

    private static void add(Map<String, JsonArrayBuilder> tables, String table, Object... values) {
        JsonArrayBuilder row = Json.createArrayBuilder();
        for (Object value : values) {
            if (value == null) {
                row.addNull();
            } else if (value instanceof Number number) {
                row.add(number.longValue());
            } else {
                row.add(value.toString());
            }
        }
        tables.computeIfAbsent(table, name -> Json.createArrayBuilder()).add(row);
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}

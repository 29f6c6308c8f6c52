package org.roster.scim.it.benchmark;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roster.scim.it.load.GeneratedUser;

/**
 * What the service is asked of users.
 *
 * @param service Roster
 * @param people who is in the directory
 * @param next the number of the next new user
 */
record UserOperations(Service service, Population people, AtomicInteger next) {

    private static final String USER_NAME = "\"userName\":";

    Operation get() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                String id = people.id(random.nextInt(people.size()));
                return new Exchange(
                        service.get("/Users/" + id),
                        answer -> answer.status() == 200 && answer.has(id) && answer.has(USER_NAME));
            };
        };
    }

    /** Finds somebody by a value that nobody else has. */
    Operation find(Function<GeneratedUser, String> filter) {
        return found(filter, answer -> answer.count(USER_NAME) == 1);
    }

    /** Finds by the family name. */
    Operation namesakes() {
        return found(
                user -> "name.familyName sw \"" + user.familyName() + "\"",
                answer -> answer.count(USER_NAME) == GeneratedUser.NAMESAKES);
    }

    /** Finds the few that were changed last. */
    Operation changedLately() {
        String since = people.lastChanges();
        return found(user -> "meta.lastModified gt \"" + since + "\"", answer -> answer.count(USER_NAME) > 0);
    }

    private Operation found(Function<GeneratedUser, String> filter, Predicate<Answer> right) {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                GeneratedUser user = new GeneratedUser(random.nextInt(people.size()));
                return new Exchange(
                        service.get(Service.filtered("/Users", filter.apply(user))),
                        answer -> answer.status() == 200 && right.test(answer));
            };
        };
    }

    Operation miss() {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> new Exchange(
                    service.get(Service.filtered(
                            "/Users", "userName eq \"nobody." + random.nextInt() + "@fabrikam.example\"")),
                    answer -> answer.status() == 200 && answer.has("\"totalResults\":0"));
        };
    }

    /** A page of a hundred, by a query of this. */
    Operation page(String query) {
        byte[] request = service.get("/Users?count=100" + query);
        return (worker, workers) ->
                () -> new Exchange(request, answer -> answer.status() == 200 && answer.count(USER_NAME) == 100);
    }

    Operation post() {
        return (worker, workers) -> () -> {
            GeneratedUser user = new GeneratedUser(next.getAndIncrement());
            return new Exchange(
                    service.send("POST", "/Users", user.json(people.id(0))),
                    answer -> answer.status() == 201 && answer.has(user.userName()));
        };
    }

    Operation patch() {
        return patch(Activity.of(people));
    }

    Operation patch(Activity activity) {
        return (worker, workers) -> {
            Random random = new Random();
            return () -> {
                Activity.Change change = activity.next(random, worker, workers);
                String patch = "{\"op\":\"replace\",\"path\":\"active\",\"value\":" + change.active() + "}";
                return new Exchange(
                        service.send("PATCH", "/Users/" + change.id(), Service.message("PatchOp", patch)),
                        answer -> answer.status() == 200 && answer.has("\"active\":" + change.active()));
            };
        };
    }

    /** A hundred new users in one request. */
    Operation bulk() {
        return (worker, workers) -> () -> {
            String operations = IntStream.range(0, 100)
                    .mapToObj(i -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"b" + i + "\",\"data\":"
                            + new GeneratedUser(next.getAndIncrement()).json(people.id(0)) + "}")
                    .collect(Collectors.joining(","));
            return new Exchange(
                    service.send("POST", "/Bulk", Service.message("BulkRequest", operations)),
                    answer -> answer.status() == 200 && answer.count("\"status\":\"201\"") == 100);
        };
    }
}

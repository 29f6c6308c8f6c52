package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.roster.scim.it.benchmark.Operation.Share;
import org.roster.scim.it.load.GeneratedGroup;

/** Everything that is compared, by its name, in the order of the table. Made when its turn comes, for some look into the database. */
final class Catalogue {

    private final Map<String, Supplier<Comparison>> comparisons = new LinkedHashMap<>();
    private final UserOperations users;
    private final GroupOperations groups;
    private final FloorOperations floor;
    private final SameRowsOperations rows;

    Catalogue(Population people) {
        AtomicInteger next = new AtomicInteger(people.size());
        users = new UserOperations(Service.roster(), people, next);
        groups = new GroupOperations(Service.roster(), people);
        floor = new FloorOperations(Service.floor(), people, new AtomicInteger(people.size()));
        rows = new SameRowsOperations(Service.floor(), people, next);
        beside("get", Goal.multiple(1.5), users.get(), floor.byId());
        beside("eq", Goal.multiple(1.5), byName(), floor.byKey());
        beside("eq-miss", Goal.multiple(1.5), users.miss(), floor.byUnknownKey());
        beside("list", Goal.multiple(2), users.page(""), floor.page());
        beside("post", Goal.multiple(2.5), users.post(), floor.insert());
        add("patch", Goal.multiple(2.5), users::patch, Optional.of(floor.update()));
        for (int size : GeneratedGroup.SIZES) {
            if (people.hasGroup(size)) {
                add("member-" + size, Goal.millis(1.5), () -> groups.removeAndAdd(size), Optional.empty());
            }
        }
        besideTheSmallestGroup(people);
        if (people.hasGroup(10_000)) {
            add("group-10000", Goal.millis(30), () -> groups.get(10_000), Optional.empty());
        }
        add("bulk-100", Goal.millis(60), users::bulk, Optional.empty());
        add("mix", Goal.throughput(40), () -> mixOfRoster(users.patch()), Optional.of(mixOfFloor()));
        besideTheSameRows(people);
        alone("external-id", users.find(user -> "externalId eq \"" + user.externalId() + "\""));
        alone("email", users.find(user -> "emails[type eq \"work\" and value eq \"" + user.userName() + "\"]"));
        alone("family-name", users.namesakes());
        add("modified", Goal.none(), users::changedLately, Optional.empty());
    }

    /** A member costs the same in a group of any size: by turns, for the machine is not as fast from one minute to the next. */
    private void besideTheSmallestGroup(Population people) {
        int smallest = GeneratedGroup.SIZES.get(0);
        for (int size : GeneratedGroup.SIZES) {
            if (size > smallest && people.hasGroup(size)) {
                String name = "member-" + size + "-beside-" + smallest;
                beside(name, Goal.multiple(1.2), groups.removeAndAdd(size), groups.removeAndAdd(smallest));
            }
        }
    }

    /** What is Roster's own in what it takes more than the floor. */
    private void besideTheSameRows(Population people) {
        beside("eq-rows", Goal.none(), byName(), rows.byName());
        beside("list-rows", Goal.none(), users.page(""), rows.page());
        beside("post-rows", Goal.none(), users.post(), rows.insert(1));
        comparisons.put("patch-rows", () -> {
            Activity activity = Activity.of(people);
            return new Comparison("patch-rows", users.patch(activity), Optional.of(rows.update(activity)), Goal.none());
        });
        for (int size : GeneratedGroup.SIZES) {
            if (people.hasGroup(size)) {
                beside("member-" + size + "-rows", Goal.none(), groups.removeAndAdd(size), rows.member(size));
            }
        }
        if (people.hasGroup(10_000)) {
            beside("group-rows", Goal.none(), groups.get(10_000), rows.group(10_000));
        }
        beside("bulk-rows", Goal.none(), users.bulk(), rows.insert(100));
    }

    private Operation byName() {
        return users.find(user -> "userName eq \"" + user.userName() + "\"");
    }

    /** What an identity provider asks: mostly whether it knows somebody. */
    private Operation mixOfRoster(Operation patch) {
        return Operation.mixed(List.of(
                new Share(byName(), 45),
                new Share(users.miss(), 15),
                new Share(users.get(), 20),
                new Share(patch, 15),
                new Share(users.post(), 5)));
    }

    private Operation mixOfFloor() {
        return Operation.mixed(List.of(
                new Share(floor.byKey(), 45),
                new Share(floor.byUnknownKey(), 15),
                new Share(floor.byId(), 20),
                new Share(floor.update(), 15),
                new Share(floor.insert(), 5)));
    }

    private void beside(String name, Goal goal, Operation roster, Operation other) {
        add(name, goal, () -> roster, Optional.of(other));
    }

    private void alone(String name, Operation roster) {
        add(name, Goal.none(), () -> roster, Optional.empty());
    }

    private void add(String name, Goal goal, Supplier<Operation> roster, Optional<Operation> other) {
        comparisons.put(name, () -> new Comparison(name, roster.get(), other, goal));
    }

    /** The mix, to warm the server up. */
    Operation warmUp() {
        return mixOfRoster(users.patch());
    }

    /** The page that is asked for like this. */
    Operation pageBy(String parameter) {
        return users.page("&" + parameter);
    }

    /** A page in the depth of the directory, found by a walk, beside an early one. */
    void addPage(String name, String cursor, String early) {
        beside(name, Goal.multiple(1.1), pageBy("cursor=" + cursor), pageBy("cursor=" + early));
    }

    List<String> names() {
        return new ArrayList<>(comparisons.keySet());
    }

    Comparison comparison(String name) {
        return comparisons.get(name).get();
    }
}

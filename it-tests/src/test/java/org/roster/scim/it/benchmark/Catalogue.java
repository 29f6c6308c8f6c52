package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.roster.scim.it.benchmark.Operation.Share;
import org.roster.scim.it.load.GeneratedGroup;

/** Everything that is compared, by its name, in the order of the table. Made when its turn comes, for some look into the database. */
final class Catalogue {

    private static final String FLOOR = "floor";
    private static final String SAME_ROWS = "the same rows";

    private final Map<String, Supplier<Comparison>> comparisons = new LinkedHashMap<>();
    private final Map<String, Supplier<Operation>> growing = new LinkedHashMap<>();
    private final Round round;
    private final UserOperations users;
    private final GroupOperations groups;
    private final FloorOperations floor;
    private final SameRowsOperations rows;

    /**
     * Of a directory.
     *
     * @param people who is in it
     * @param round asks its server
     * @param portOffset of its server
     */
    Catalogue(Population people, Round round, int portOffset) {
        this.round = round;
        AtomicInteger next = new AtomicInteger(people.size());
        users = new UserOperations(Service.roster(portOffset), people, next);
        groups = new GroupOperations(Service.roster(portOffset), people);
        floor = new FloorOperations(Service.floor(portOffset), people, new AtomicInteger(people.size()));
        rows = new SameRowsOperations(Service.floor(portOffset), people, next);
        beside("get", Goal.multiple(1.5), users.get(), floor.byId());
        beside("eq", Goal.multiple(1.5), byName(), floor.byKey());
        beside("eq-miss", Goal.multiple(1.5), users.miss(), floor.byUnknownKey());
        beside("list", Goal.multiple(2), users.page(""), floor.page());
        beside("list-no-groups", Goal.none(), users.page("&excludedAttributes=groups"), floor.page());
        beside("post", Goal.multiple(2.5), users.post(), floor.insert());
        add("patch", Goal.multiple(2.5), users::patch, FLOOR, Optional.of(floor.update()));
        for (int size : GeneratedGroup.SIZES) {
            if (people.hasGroup(size)) {
                alone("member-" + size, Goal.millis(1.5), () -> groups.removeAndAdd(size));
            }
        }
        besideTheSmallestGroup(people);
        if (people.hasGroup(10_000)) {
            alone("group-10000", Goal.millis(30), () -> groups.get(10_000));
        }
        alone("bulk-100", Goal.millis(60), users::bulk);
        add("mix", Goal.throughput(40), () -> mixOfRoster(users.patch()), FLOOR, Optional.of(mixOfFloor()));
        besideTheSameRows(people);
        alone("external-id", Goal.none(), this::byExternalId);
        alone("email", Goal.none(), this::byEmail);
        alone("family-name", Goal.none(), users::namesakes);
        alone("modified", Goal.none(), users::changedLately);
        whatMayNotGrow();
    }

    /** A member costs the same in a group of any size: by turns, for the machine is not as fast from one minute to the next. */
    private void besideTheSmallestGroup(Population people) {
        int smallest = GeneratedGroup.SIZES.get(0);
        for (int size : GeneratedGroup.SIZES) {
            if (size > smallest && people.hasGroup(size)) {
                String other = "group of " + smallest;
                add(
                        "member-" + size + "-beside-" + smallest,
                        Goal.multiple(1.2),
                        () -> groups.removeAndAdd(size),
                        other,
                        Optional.of(groups.removeAndAdd(smallest)));
            }
        }
    }

    /** What is Roster's own in what it takes more than the floor. */
    private void besideTheSameRows(Population people) {
        sameRows("eq-rows", byName(), rows.byName());
        sameRows("list-rows", users.page(""), rows.page());
        sameRows("post-rows", users.post(), rows.insert(1));
        comparisons.put("patch-rows", () -> {
            Activity activity = Activity.of(people);
            return compared(
                    "patch-rows", Goal.none(), users.patch(activity), SAME_ROWS, Optional.of(rows.update(activity)));
        });
        for (int size : GeneratedGroup.SIZES) {
            if (people.hasGroup(size)) {
                sameRows("member-" + size + "-rows", groups.removeAndAdd(size), rows.member(size));
            }
        }
        if (people.hasGroup(10_000)) {
            sameRows("group-rows", groups.get(10_000), rows.group(10_000));
        }
        sameRows("bulk-rows", users.bulk(), rows.insert(100));
    }

    /** What is held beside itself in a directory of another size, with the floor's, which tells what the database's part is. */
    private void whatMayNotGrow() {
        growing.put("get", users::get);
        growing.put("floor-get", floor::byId);
        growing.put("eq", this::byName);
        growing.put("floor-eq", floor::byKey);
        growing.put("external-id", this::byExternalId);
        growing.put("email", this::byEmail);
        growing.put("family-name", users::namesakes);
        growing.put("modified", users::changedLately);
        growing.put("post", users::post);
        growing.put("floor-post", floor::insert);
        growing.put("patch", users::patch);
        growing.put("floor-patch", floor::update);
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

    private Operation byExternalId() {
        return users.find(user -> "externalId eq \"" + user.externalId() + "\"");
    }

    private Operation byEmail() {
        return users.find(user -> "emails[type eq \"work\" and value eq \"" + user.userName() + "\"]");
    }

    private void beside(String name, Goal goal, Operation roster, Operation floor) {
        add(name, goal, () -> roster, FLOOR, Optional.of(floor));
    }

    private void sameRows(String name, Operation roster, Operation rows) {
        add(name, Goal.none(), () -> roster, SAME_ROWS, Optional.of(rows));
    }

    private void alone(String name, Goal goal, Supplier<Operation> roster) {
        add(name, goal, roster, "", Optional.empty());
    }

    private void add(String name, Goal goal, Supplier<Operation> roster, String other, Optional<Operation> beside) {
        comparisons.put(name, () -> compared(name, goal, roster.get(), other, beside));
    }

    private Comparison compared(String name, Goal goal, Operation roster, String other, Optional<Operation> beside) {
        return new Comparison(
                new Side(name, round, roster), beside.map(operation -> new Side(other, round, operation)), goal);
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
        add(
                name,
                Goal.multiple(1.1),
                () -> pageBy("cursor=" + cursor),
                "early page",
                Optional.of(pageBy("cursor=" + early)));
    }

    List<String> names() {
        return new ArrayList<>(comparisons.keySet());
    }

    Comparison comparison(String name) {
        return comparisons.get(name).get();
    }

    /** The names of what may not grow with the directory. */
    Set<String> growing() {
        return growing.keySet();
    }

    /** One of these, as a side of a comparison. */
    Side growing(String name, String title) {
        return new Side(title, round, growing.get(name).get());
    }
}

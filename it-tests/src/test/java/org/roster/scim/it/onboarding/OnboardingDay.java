package org.roster.scim.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.Workers;

/**
 * The script of the day, in the order in which Entra works: users before groups, references after both, then the changes of
 * the incremental cycles. Every request is also told to the model. Objects between which Entra has no order are worked on
 * side by side; each has a random of its own, so that a seed gives the same day whatever the threads do.
 */
final class OnboardingDay {
    private static final int LEADERS = 40;
    private static final List<String> GIVEN =
            List.of("Ilse", "Tomas", "Hana", "Zo\u00eb", "Jos\u00e9", "\u0141ukasz", "Mei", "O'Neil");
    private static final List<String> FAMILY =
            List.of("Moreau", "Brandt", "Ito", "M\u00fcller", "de la Cruz", "Nowak", "Chen", "Smith-Jones");
    private static final List<String> TITLES = List.of("Field engineer", "Clerk", "Director", "Analyst", "Buyer");
    private static final List<String> DEPARTMENTS = List.of("Field Service", "Finance", "R&D", "Sales \"North\"");

    private final EntraClient entra;
    private final DirectoryModel model;
    private final long seed;

    OnboardingDay(EntraClient entra, DirectoryModel model, long seed) {
        this.entra = entra;
        this.model = model;
        this.seed = seed;
    }

    void run(int people, int teams) {
        assertThat(entra.matchUsers("userName", new UUID(seed, seed).toString()))
                .as("the probe finds nobody")
                .isEmpty();
        Workers.each(IntStream.range(0, people).boxed().toList(), this::hire);
        Workers.each(IntStream.range(0, teams).boxed().toList(), this::found);
        List<String> everyone = ordered(model.people());
        Workers.each(everyone, id -> reportToSomebody(id, everyone));
        Workers.each(model.teams(), team -> fill(team, everyone));
        Workers.each(everyone, this::change);
        Workers.each(model.teams(), team -> shuffle(team, everyone));
        offboard(everyone);
    }

    private void hire(int number) {
        Random random = random("hire", String.valueOf(number));
        Map<String, String> person = person(number, random);
        String userName = person.getOrDefault("userName", "");
        String attribute = random.nextInt(3) == 0 ? "externalId" : "userName";
        assertThat(entra.matchUsers(attribute, person.getOrDefault(attribute, "")))
                .isEmpty();
        ScimAnswer created = entra.createUser(person).expect(201);
        assertThat(FlatUser.of(created.json())).as("the answer to the create").isEqualTo(person);
        if (random.nextInt(50) == 0) { // the answer was slow: Entra sends it again, learns of the conflict, and matches
            entra.createUser(person).expectError(409, "uniqueness");
            assertThat(entra.matchUsers("userName", userName.toUpperCase(Locale.ROOT)))
                    .containsExactly(created.id());
        }
        model.hire(created.id(), person);
    }

    private void found(int number) {
        String name = "Team " + number + " \u2013 "
                + pick(DEPARTMENTS, random("found", String.valueOf(number))).replace("\"", "");
        String externalId = new UUID(seed, 1_000_000L + number).toString();
        assertThat(entra.matchGroups(name)).isEmpty();
        String id = entra.createGroup(name, externalId).expect(201).id();
        model.found(id, name, externalId);
    }

    private void reportToSomebody(String id, List<String> everyone) {
        Random random = random("manager", externalId(id));
        String manager = everyone.get(random.nextInt(LEADERS));
        if (manager.equals(id)) {
            return;
        }
        assertThat(entra.hasManager(id, manager)).isFalse();
        send(id, List.of(Change.set(FlatUser.MANAGER, manager)), random);
        if (random.nextInt(20) == 0) {
            assertThat(entra.hasManager(id, manager)).isTrue();
        }
    }

    private void fill(String team, List<String> everyone) {
        Random random = random("fill", model.pathsOfTeam(team).getOrDefault("externalId", ""));
        List<String> ids = some(everyone, 5 + random.nextInt(60), random);
        for (int from = 0; from < ids.size(); from += 20) {
            List<String> batch = ids.subList(from, Math.min(ids.size(), from + 20));
            int half = batch.size() / 2;
            List<List<String>> operations = random.nextBoolean() && half > 0
                    ? List.of(batch.subList(0, half), batch.subList(half, batch.size()))
                    : List.of(batch);
            entra.addMembers(team, operations);
            model.join(team, batch);
            if (random.nextInt(5) == 0) {
                entra.addMembers(team, operations);
            }
        }
        assertThat(entra.isMember(team, ids.get(0))).isTrue();
    }

    private void change(String id) {
        Random random = random("change", externalId(id));
        if (random.nextInt(100) < 60) {
            return;
        }
        Map<String, String> before = model.pathsOf(id);
        assertThat(FlatUser.of(entra.readUser(id).expect(200).json()))
                .as("the read before the change")
                .isEqualTo(before);
        List<Change> changes = changes(before, random);
        if (random.nextBoolean()) {
            entra.patchUserWithFlag(id, changes);
            changes.forEach(change -> model.change(id, change));
        } else {
            send(id, changes, random);
        }
    }

    private void shuffle(String team, List<String> everyone) {
        Random random = random("shuffle", model.pathsOfTeam(team).getOrDefault("externalId", ""));
        List<String> leaving = some(ordered(model.membersOf(team)), 4, random);
        if (random.nextBoolean()) {
            entra.removeMembers(team, leaving);
        } else {
            entra.removeMembersWithFlag(team, leaving);
        }
        model.leave(team, leaving);
        if (random.nextInt(4) == 0) {
            entra.removeMembers(team, leaving);
            assertThat(entra.isMember(team, leaving.get(0))).isFalse();
        }
        List<String> joining = some(everyone, 3, random);
        entra.addMembers(team, List.of(joining));
        model.join(team, joining);
        if (random.nextInt(5) == 0) {
            String name = model.pathsOfTeam(team).getOrDefault("displayName", "") + " (renamed)";
            entra.renameGroup(team, name);
            model.rename(team, name);
        }
    }

    /** A tenth is disabled, a third of them comes back, a twentieth of all is deleted for good, and a few are hired again. */
    private void offboard(List<String> everyone) {
        List<String> leavers = some(everyone, everyone.size() / 10, random("offboard", ""));
        Workers.each(leavers, id -> {
            entra.readUser(id).expect(200);
            send(id, List.of(Change.set("active", "false")), random("disable", externalId(id)));
        });
        Workers.each(leavers.subList(0, leavers.size() / 3), id -> {
            entra.readUser(id).expect(200);
            send(id, List.of(Change.set("active", "true")), random("enable", externalId(id)));
        });
        List<String> gone = new ArrayList<>(leavers.subList(leavers.size() / 2, leavers.size()));
        gone.addAll(everyone.subList(0, 2)); // two of those who manage others
        List<String> goneOnce = gone.stream().distinct().toList();
        List<String> names = goneOnce.stream()
                .map(id -> model.pathsOf(id).getOrDefault("userName", ""))
                .toList();
        Workers.each(goneOnce, id -> {
            entra.deleteUser(id).expect(204);
            entra.deleteUser(id).expectError(404);
            model.delete(id);
        });
        Workers.each(names.subList(0, names.size() / 5), name -> {
            Map<String, String> person = person(Math.abs(name.hashCode() % 1000), random("rehire", name));
            person.put("userName", name);
            model.hire(entra.createUser(person).expect(201).id(), person);
        });
    }

    /** Patches in the default dialect; one in ten is sent twice, as after a slow answer. */
    private void send(String id, List<Change> changes, Random random) {
        Map<String, String> before = model.pathsOf(id);
        entra.patchUser(id, changes, before);
        changes.forEach(change -> model.change(id, change));
        if (random.nextInt(10) == 0) {
            entra.patchUser(id, changes, before);
        }
    }

    private Map<String, String> person(int number, Random random) {
        Map<String, String> person = new TreeMap<>();
        String given = pick(GIVEN, random);
        String family = pick(FAMILY, random);
        person.put("externalId", new UUID(seed, random.nextLong()).toString());
        person.put("userName", "User." + number + "@meridian.example");
        person.put("active", "true");
        person.put("displayName", given + " " + family);
        person.put("name.givenName", given);
        person.put("name.familyName", family);
        person.put("name.formatted", given + " " + family);
        person.put(FlatUser.WORK_EMAIL, "user." + number + "@meridian.example");
        person.put(FlatUser.WORK_EMAIL_PRIMARY, "true");
        person.put(FlatUser.DEPARTMENT, pick(DEPARTMENTS, random));
        if (random.nextInt(5) > 0) {
            person.put("title", pick(TITLES, random));
        }
        if (random.nextInt(3) == 0) {
            person.put("phoneNumbers[type eq \"mobile\"].value", "+41 44 555 " + number);
        }
        return person;
    }

    private static List<Change> changes(Map<String, String> before, Random random) {
        String family = pick(FAMILY, random) + "-" + pick(FAMILY, random);
        List<Change> possible = new ArrayList<>(List.of(
                Change.set("displayName", pick(GIVEN, random) + " " + family),
                Change.set("name.familyName", family),
                Change.set("nickName", pick(GIVEN, random)),
                Change.set(FlatUser.WORK_EMAIL, "new." + random.nextInt(1_000_000) + "@meridian.example"),
                Change.set("addresses[type eq \"work\"].locality", "Bern"),
                Change.set("addresses[type eq \"work\"].country", "CH"),
                Change.set("phoneNumbers[type eq \"work\"].value", "+41 44 555 02 " + random.nextInt(100)),
                Change.set(FlatUser.DEPARTMENT, pick(DEPARTMENTS, random))));
        possible.add(
                before.containsKey("title") && random.nextBoolean()
                        ? Change.clear("title")
                        : Change.set("title", pick(TITLES, random)));
        String mobile = "phoneNumbers[type eq \"mobile\"].value";
        possible.add(
                before.containsKey(mobile) && random.nextBoolean()
                        ? Change.clear(mobile)
                        : Change.set(mobile, "+41 79 555 " + random.nextInt(100)));
        return some(possible, 1 + random.nextInt(4), random);
    }

    /** In an order that is the same for the same seed, whatever ids the server gave. */
    private List<String> ordered(Collection<String> ids) {
        return ids.stream().sorted(Comparator.comparing(this::externalId)).toList();
    }

    private String externalId(String id) {
        return model.pathsOf(id).getOrDefault("externalId", "");
    }

    private Random random(String step, String key) {
        return new Random(seed * 31 + (step + key).hashCode());
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> List<T> some(List<T> from, int count, Random random) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}

package org.roster.scim.it.onboarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a directory must hold after the changes it was told: maps and sets, nothing else. People and teams are known by the
 * ids the server gave them. Safe for several threads.
 */
final class DirectoryModel {
    private final Map<String, Map<String, String>> people = new TreeMap<>();
    private final Map<String, Map<String, String>> teams = new TreeMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Set<String> deleted = new TreeSet<>();

    /** A person with these paths, see {@link FlatUser}. */
    synchronized void hire(String id, Map<String, String> paths) {
        people.put(id, new TreeMap<>(paths));
    }

    /** A team without members. */
    synchronized void found(String id, String displayName, String externalId) {
        teams.put(id, new TreeMap<>(Map.of("displayName", displayName, "externalId", externalId)));
        members.put(id, new TreeSet<>());
    }

    synchronized void change(String id, Change change) {
        Map<String, String> paths = person(id);
        change.value().ifPresentOrElse(value -> paths.put(change.path(), value), () -> paths.remove(change.path()));
    }

    synchronized void rename(String team, String displayName) {
        team(team).put("displayName", displayName);
    }

    synchronized void join(String team, List<String> ids) {
        ids.forEach(this::person);
        roll(team).addAll(ids);
    }

    synchronized void leave(String team, List<String> ids) {
        roll(team).removeAll(ids);
    }

    /** The person leaves its teams and is nobody's manager any more. */
    synchronized void delete(String id) {
        person(id);
        people.remove(id);
        deleted.add(id);
        members.values().forEach(roll -> roll.remove(id));
        people.values().forEach(paths -> paths.remove(FlatUser.MANAGER, id));
    }

    synchronized Set<String> people() {
        return new TreeSet<>(people.keySet());
    }

    synchronized Set<String> teams() {
        return new TreeSet<>(teams.keySet());
    }

    synchronized Set<String> deleted() {
        return new TreeSet<>(deleted);
    }

    synchronized Map<String, String> pathsOf(String person) {
        return new TreeMap<>(person(person));
    }

    synchronized Map<String, String> pathsOfTeam(String team) {
        return new TreeMap<>(team(team));
    }

    synchronized Set<String> membersOf(String team) {
        return new TreeSet<>(roll(team));
    }

    synchronized Set<String> teamsOf(String person) {
        return members.entrySet().stream()
                .filter(team -> team.getValue().contains(person))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized List<String> inactive() {
        List<String> inactive = new ArrayList<>();
        people.forEach((id, paths) -> {
            if (Optional.ofNullable(paths.get("active")).equals(Optional.of("false"))) {
                inactive.add(id);
            }
        });
        return inactive;
    }

    private Map<String, String> person(String id) {
        return known(people.get(id), id);
    }

    private Map<String, String> team(String id) {
        return known(teams.get(id), id);
    }

    private Set<String> roll(String team) {
        return known(members.get(team), team);
    }

    private static <T> T known(@Nullable T found, String id) {
        return Optional.ofNullable(found).orElseThrow(() -> new IllegalArgumentException("nobody has the id " + id));
    }
}

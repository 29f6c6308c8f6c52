package org.roster.scim.it.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A group of users that follow each other.
 *
 * @param first the number of its first member
 */
public record GeneratedGroup(String displayName, int first, int size) {

    /** The sizes for which there is one group, if there are so many users. */
    public static final List<Integer> SIZES = List.of(10, 1_000, 10_000, 100_000);

    private static final int TEAM = 10;
    private static final int DEPARTMENT = 1_000;

    /** The name of the group of this size. */
    public static String ofSize(int size) {
        return "Everybody among " + size;
    }

    /** The groups of a directory: each user in a team and in a department, and one group of each size. */
    public static List<GeneratedGroup> among(int users) {
        List<GeneratedGroup> groups = new ArrayList<>();
        SIZES.stream()
                .filter(size -> size <= users)
                .forEach(size -> groups.add(new GeneratedGroup(ofSize(size), 0, size)));
        for (int first = 0; first + DEPARTMENT <= users; first += DEPARTMENT) {
            groups.add(new GeneratedGroup("Department " + first / DEPARTMENT, first, DEPARTMENT));
        }
        for (int first = 0; first + TEAM <= users; first += TEAM) {
            groups.add(new GeneratedGroup("Team " + first / TEAM, first, TEAM));
        }
        return groups;
    }

    /** The body of the POST that creates the group without members. */
    public String json() {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                + "\"}";
    }
}

package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;

import jakarta.json.JsonString;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.fixture.Directory;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;

/** What is shown of members and of groups stands in an index, which takes rows of 2,700 bytes at most. */
@ExtendWith(Databases.class)
class ShownDisplayTest {
    private final Directory directory;

    ShownDisplayTest(Databases.OnPostgres database) {
        directory = new Directory(database.store(), "shown-" + UUID.randomUUID());
    }

    @Test
    void what_is_too_long_for_the_index_is_shown_shortened_and_kept_whole() {
        String userName = noise(0x4E00, 5_000); // three bytes each
        String groupName = noise(0x20000, 501); // four bytes each
        ScimResource user = directory.create(aUser("long").with("displayName", userName));
        ScimResource group = directory.create(aGroup(groupName).withMembers(List.of(user)));

        assertThat(text(directory.read(group), AttributePath.of("members").sub("display")))
                .isEqualTo(start(userName, 499) + "…");
        assertThat(text(directory.read(user), AttributePath.of("groups").sub("display")))
                .isEqualTo(start(groupName, 499) + "…");
        assertThat(text(directory.read(user), AttributePath.of("displayName"))).isEqualTo(userName);
    }

    @Test
    void what_fits_is_shown_whole_and_can_become_longer() {
        String fits = noise(0x20000, 500);
        ScimResource user = directory.create(aUser("fits").with("displayName", fits));
        ScimResource group = directory.create(aGroup("g").withMembers(List.of(user)));
        AttributePath display = AttributePath.of("members").sub("display");

        assertThat(text(directory.read(group), display)).isEqualTo(fits);
        directory.patch(user, "[{'op': 'replace', 'path': 'displayName', 'value': '" + fits + "x'}]");
        assertThat(text(directory.read(group), display)).isEqualTo(start(fits, 499) + "…");
    }

    private static String text(ScimResource resource, AttributePath path) {
        return resource.values(path)
                .map(value -> ((JsonString) value).getString())
                .findFirst()
                .orElseThrow();
    }

    /** Characters that no compression makes fewer. */
    private static String noise(int first, int length) {
        StringBuilder text = new StringBuilder();
        new Random(length).ints(length, first, first + 5_000).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String start(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}

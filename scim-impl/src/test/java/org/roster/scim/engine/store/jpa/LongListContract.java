package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.GROUP;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.store.jpa.MemberTable.Piece;
import org.roster.scim.engine.store.jpa.MemberTable.Size;
import org.roster.scim.fixture.Directory;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.LongResource;

/** The members of a large group come in pieces. */
interface LongListContract {

    Size SIZE = new Size(6, 3);
    ResolvedPath MEMBERS = GROUP.resolve(AttributePath.of("members")).orElseThrow();

    JpaResourceStore store();

    Transactions transactions();

    private Directory directory() {
        return new Directory(store(), "long-" + UUID.randomUUID());
    }

    private static List<ScimResource> users(Directory directory, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> directory.create(aUser("user" + n)))
                .toList();
    }

    private static List<String> ids(ScimResource group) {
        return group.values(AttributePath.of("members").sub("value"))
                .map(id -> ((JsonString) id).getString())
                .toList();
    }

    private MemberPieces behindTheFirst(ScimResource group, Directory directory) {
        StoredResource stored = new StoredResource(group.id(), directory.tenant(), "Group", 1, 0, 0, "{}");
        Retries retries = new Retries(transactions());
        Piece first = retries.read(em -> new MemberTable(em).piece(MEMBERS, group.id(), "", SIZE));
        assertThat(first.parts().get(0).of(group.id())).isPresent();
        return new MemberPieces(retries, stored, MEMBERS, SIZE, first);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 7, 9, 12, 13, 20})
    default void each_member_comes_once_in_the_order_of_the_whole_list(int number) {
        Directory directory = directory();
        ScimResource group = directory.create(aGroup("g").withMembers(users(directory, number)));
        List<String> all = ids(directory.read(group));

        List<List<String>> parts = new ArrayList<>();
        behindTheFirst(group, directory).forEachRemaining(part -> parts.add(ids(part)));

        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(all.subList(SIZE.part(), number));
        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, SIZE.part()));
    }

    @Test
    default void whoever_is_a_member_throughout_comes_once_while_others_come_and_go() {
        Directory directory = directory();
        List<ScimResource> users = users(directory, 9);
        ScimResource group = directory.create(aGroup("g").withMembers(users));
        List<String> all = ids(directory.read(group));
        MemberPieces more = behindTheFirst(group, directory);

        List<String> seen = new ArrayList<>(ids(more.next()));
        // One of those that were shown, and the last one, which was not.
        for (String gone : List.of(all.get(4), all.get(8))) {
            directory.patch(group, "[{'op': 'remove', 'path': 'members[value eq \\\"" + gone + "\\\"]'}]");
        }
        ScimResource late = directory.create(aUser("late"));
        directory.patch(group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + late.id() + "'}]}]");
        more.forEachRemaining(piece -> seen.addAll(ids(piece)));

        assertThat(seen).doesNotHaveDuplicates().containsAll(all.subList(SIZE.part(), 8));
    }

    @Test
    default void a_group_that_is_not_so_large_comes_as_a_whole() {
        Directory directory = directory();
        ScimResource group = directory.create(aGroup("g").withMembers(users(directory, 5)));

        LongResource read = directory.findLong("Group", group.id()).orElseThrow();

        assertThat(read.more().hasNext()).isFalse();
        assertThat(read.beginning()).isEqualTo(directory.read(group));
        assertThat(directory.findLong("Group", "nobody")).isEmpty();
    }
}

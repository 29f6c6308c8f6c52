package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.engine.bulk.Desk.member;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.BulkBody;

/** A thousand creates with circular references in one request (RFC 7644 §3.7.1). */
interface ThousandContract extends WithDesk {

    int PAIRS = 250;
    int NONE = -1;

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7-07")
    default void a_thousand_creates_with_circular_references_resolve() {
        Answered answer = desk().send(pairs(NONE, NONE));

        assertThat(answer.results()).hasSize(4 * PAIRS);
        assertThat(answer.failed()).isEmpty();
        assertThat(IntStream.range(0, PAIRS).map(i -> 4 * i)).allSatisfy(i -> {
            assertThat(Desk.members(desk().group(answer.id(i))))
                    .containsExactlyInAnyOrder(answer.id(i + 1), answer.id(i + 2));
            assertThat(Desk.members(desk().group(answer.id(i + 1))))
                    .containsExactlyInAnyOrder(answer.id(i), answer.id(i + 3));
        });
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7-04")
    default void one_bad_operation_among_them_is_reported_and_no_other() {
        Answered answer = desk().send(pairs(NONE, 123));

        assertThat(answer.failed()).containsExactly(4 * 123 + 3);
        assertThat(answer.scimType(4 * 123 + 3)).isEqualTo("invalidValue");
        assertThat(desk().directory().all(GROUP)).hasSize(2 * PAIRS);
        assertThat(desk().directory().all(USER)).hasSize(2 * PAIRS - 1);
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7.2-01")
    default void one_bad_operation_in_a_circle_is_reported_with_what_depends_on_it_and_no_other() {
        Answered answer = desk().send(pairs(123, NONE));

        assertThat(answer.failed()).containsExactly(4 * 123, 4 * 123 + 1);
        assertThat(answer.statuses().subList(4 * 123, 4 * 123 + 2)).containsExactly("409", "400");
        assertThat(answer.detail(4 * 123)).contains("Operations[" + (4 * 123 + 1) + "]");
        assertThat(desk().directory().all(GROUP)).hasSize(2 * PAIRS - 2);
        assertThat(desk().directory().all(USER)).hasSize(2 * PAIRS);
    }

    @Test
    @Tag("P-3.7.1-01")
    default void a_ring_of_a_thousand_groups_resolves() {
        BulkBody bulk = aBulk();
        for (int i = 0; i < 1000; i++) {
            bulk = bulk.post("g" + i, member(aGroup("g" + i), "g" + (i + 1) % 1000));
        }

        Answered answer = desk().send(bulk);

        assertThat(answer.failed()).isEmpty();
        assertThat(IntStream.range(0, 1000))
                .allSatisfy(i -> assertThat(Desk.members(desk().group(answer.id(i))))
                        .containsExactly(answer.id((i + 1) % 1000)));
    }

    /**
     * Groups in pairs that are members of each other, and a user in each group.
     *
     * @param badGroup the pair whose second group has no name
     * @param badUser the pair whose second user has no name and is in no group
     */
    private static BulkBody pairs(int badGroup, int badUser) {
        BulkBody bulk = aBulk();
        for (int i = 0; i < PAIRS; i++) {
            Body a = member(member(aGroup("a" + i), "b" + i), "u" + i);
            Body b = member(aGroup("b" + i), "a" + i);
            b = i == badUser ? b : member(b, "v" + i);
            Body v = aUser("v" + i);
            bulk = bulk.post("a" + i, a)
                    .post("b" + i, i == badGroup ? b.without("displayName") : b)
                    .post("u" + i, aUser("u" + i))
                    .post("v" + i, i == badUser ? v.without("userName") : v);
        }
        return bulk;
    }
}

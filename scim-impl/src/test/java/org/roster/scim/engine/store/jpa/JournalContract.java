package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.journal.Change;
import org.roster.scim.engine.journal.Change.Operation;
import org.roster.scim.engine.journal.Differences.Difference;
import org.roster.scim.engine.journal.MemberMove;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;

/** What the journal says of single requests. */
abstract class JournalContract {

    private final JpaResourceStore store;
    private final Transactions transactions;
    private final String tenant = "journal-" + UUID.randomUUID();
    private final Directory directory;

    JournalContract(JpaResourceStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.directory = new Directory(store, tenant);
    }

    private Replay replay() {
        return new Replay(transactions, tenant).follow(2);
    }

    private List<Change> changes() {
        return replay().seen();
    }

    private Change last() {
        List<Change> changes = changes();
        return changes.get(changes.size() - 1);
    }

    private static Difference difference(Object before, Object after) {
        return new Difference(value(before), value(after));
    }

    private static Optional<JsonValue> value(Object value) {
        return value.equals("") ? Optional.empty() : Optional.of(JsonText.of(value));
    }

    private Set<MemberMove> moves(Change change) {
        return Set.copyOf(replay().moves(change));
    }

    private static MemberMove came(ScimResource member) {
        return new MemberMove(member.id(), true);
    }

    private static MemberMove went(ScimResource member) {
        return new MemberMove(member.id(), false);
    }

    @Test
    void a_change_says_who_and_when_and_which_version() {
        RequestContext ada = new RequestContext(tenant, new Caller("ada", Set.of()));
        ScimResource user = store.create(ada, USER, aUser().attributes(), Projection.DEFAULT);
        ScimResource after = directory.patch(user, "[{'op': 'add', 'path': 'title', 'value': 'Dr'}]");

        assertThat(changes()).extracting(Change::actor).containsExactly("ada", "test");
        assertThat(changes()).extracting(Change::resource).containsOnly(user.id());
        assertThat(changes()).extracting(Change::operation).containsExactly(Operation.CREATED, Operation.CHANGED);
        assertThat(changes()).extracting(Change::version).containsExactly(1L, 2L);
        assertThat(changes())
                .extracting(Change::time)
                .containsExactly(user.meta().created(), after.meta().lastModified());
    }

    @Test
    void an_actor_whose_name_is_endless_does_not_stop_a_request() {
        RequestContext endless = new RequestContext(tenant, new Caller("\uD83D\uDE00".repeat(2000), Set.of()));
        store.create(endless, USER, aUser().attributes(), Projection.DEFAULT);

        assertThat(last().actor()).isEqualTo("\uD83D\uDE00".repeat(500));
    }

    @Test
    void each_attribute_that_changes_has_its_old_and_new_value() {
        String department = ENTERPRISE + ":department";
        ScimResource user = directory.create(aUser("ada").with("title", "Dr"));
        assertThat(last().differences().attributes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("userName", difference("", "ada"), "title", difference("", "Dr")));

        directory.patch(
                user,
                "[{'op': 'replace', 'path': 'title', 'value': 'Prof'}, {'op': 'add', 'path': '" + department
                        + "', 'value': 'Maths'}, {'op': 'add', 'path': 'userName', 'value': 'ada'}]");
        assertThat(last().differences().attributes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("title", difference("Dr", "Prof"), department, difference("", "Maths")));

        directory.replace(user, aUser("ada"));
        assertThat(last().differences().attributes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("title", difference("Prof", ""), department, difference("Maths", "")));

        directory.delete(user);
        assertThat(last().operation()).isEqualTo(Operation.DELETED);
        assertThat(last().differences().attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("userName", difference("ada", "")));
    }

    @Test
    void a_secret_is_a_name_and_nothing_more() {
        ScimResource user = directory.create(aUser().with("password", "hash-one-of-ada"));
        directory.patch(user, "[{'op': 'replace', 'path': 'password', 'value': 'hash-two-of-ada'}]");
        assertThat(changes())
                .allSatisfy(c -> assertThat(c.differences().masked()).containsExactly("password"));
        assertThat(last().differences().attributes()).isEmpty();
        ScimResource thing = directory.create(aThing("box").with("secret", "hash-three-of-ada"));
        directory.patch(thing, "[{'op': 'remove', 'path': 'secret'}]");
        assertThat(last().differences().masked()).containsExactly("secret");
        directory.delete(user);
        directory.delete(thing);

        assertThat(rows()).hasSize(6).allSatisfy(text -> assertThat(text).doesNotContain("of-ada"));
    }

    private List<String> rows() {
        return transactions.call(em -> {
            List<?> texts = em.createNativeQuery(
                            "select cast(change_json as varchar(100000)) from scim_change where tenant = ?1")
                    .setParameter(1, tenant)
                    .getResultList();
            return texts.stream().map(Object::toString).toList();
        });
    }

    @Test
    void what_is_refused_leaves_no_row() {
        ScimResource user = directory.create(aUser("ada"));
        ScimResource group = directory.create(aGroup("Guides").withMember(user));
        ScimResource other = directory.create(aUser("bob"));
        List<Change> before = changes();
        Precondition old = new Precondition(List.of("7"));

        refused(() -> directory.create(aUser("ADA"))).as(409, "uniqueness");
        refused(() -> directory.patch(other, "[{'op': 'replace', 'path': 'userName', 'value': 'ada'}]"))
                .as(409, "uniqueness");
        refused(() -> directory.replace(user, aUser("eve"), old)).as(412);
        refused(() -> directory.delete(user, old)).as(412);
        refused(() -> directory.patch(
                        group,
                        "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + other.id()
                                + "'}, {'value': 'nobody'}]}]"))
                .as(400, "invalidValue");
        refused(() -> store.atomically(inside -> {
                    Directory directoryInside = new Directory(inside, tenant);
                    directoryInside.create(aUser("eve"));
                    directoryInside.delete(user);
                    throw ScimException.of(400, "none of it");
                }))
                .as(400);
        directory.patch(user, "[{'op': 'replace', 'path': 'userName', 'value': 'ada'}]");
        directory.patch(group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + user.id() + "'}]}]");

        assertThat(changes()).isEqualTo(before);
        assertThat(lists()).isZero();
        replay().mustBeTheState();
    }

    /** Members that were chosen in a transaction that failed are gone with it. */
    private long lists() {
        return transactions.call(em -> ((Number) em.createNativeQuery(
                                "select count(*) from scim_change_member m where m.list_id > ?1 and not exists "
                                        + "(select 1 from scim_change c where c.change_json like concat('%', m.list_id, '%'))")
                        .setParameter(1, changes().get(0).place().change())
                        .getSingleResult())
                .longValue());
    }

    @Test
    void members_are_those_who_really_came_or_went() {
        List<ScimResource> users = IntStream.range(0, 6)
                .mapToObj(i -> directory.create(aUser("u" + i)))
                .toList();
        ScimResource group = directory.create(aGroup("Guides").withMembers(users.subList(0, 2)));
        assertThat(moves(last())).containsExactlyInAnyOrder(came(users.get(0)), came(users.get(1)));

        directory.patch(group, add(users.subList(1, 4)));
        assertThat(moves(last())).containsExactlyInAnyOrder(came(users.get(2)), came(users.get(3)));

        directory.patch(group, add(users.subList(3, 5)));
        assertThat(moves(last())).containsExactly(came(users.get(4)));

        directory.patch(group, remove(List.of(users.get(0), users.get(5))));
        assertThat(moves(last())).containsExactly(went(users.get(0)));

        directory.patch(group, remove(users.subList(1, 2)));
        assertThat(moves(last())).containsExactly(went(users.get(1)));
        assertThat(last().differences().removed()).containsExactly(users.get(1).id());
        assertThat(last().differences().memberList()).isEmpty();

        directory.replace(group, aGroup("Guides").withMembers(users.subList(4, 6)));
        assertThat(moves(last())).containsExactlyInAnyOrder(went(users.get(2)), went(users.get(3)), came(users.get(5)));

        directory.patch(group, "[{'op': 'remove', 'path': 'members'}]");
        assertThat(moves(last())).containsExactlyInAnyOrder(went(users.get(4)), went(users.get(5)));
        replay().mustBeTheState();
    }

    private static String add(List<ScimResource> users) {
        return "[{'op': 'add', 'path': 'members', 'value': " + elements(users) + "}]";
    }

    private static String remove(List<ScimResource> users) {
        return "[{'op': 'remove', 'path': 'members', 'value': " + elements(users) + "}]";
    }

    private static String elements(List<ScimResource> users) {
        return users.stream().map(u -> "{'value': '" + u.id() + "'}").toList().toString();
    }

    @Test
    void a_deletion_is_a_change_of_every_group_and_of_whoever_refers_to_the_one_that_goes() {
        ScimResource boss = directory.create(aUser("boss"));
        ScimResource worker = directory.create(
                aUser("worker").with(ENTERPRISE, JsonText.value("{'manager': {'value': '" + boss.id() + "'}}")));
        ScimResource one = directory.create(aGroup("One").withMember(boss).withMember(worker));
        ScimResource two = directory.create(aGroup("Two").withMember(boss));
        int before = changes().size();

        directory.delete(boss);

        List<Change> after = changes().subList(before, before + 4);
        assertThat(changes()).hasSize(before + 4);
        assertThat(after)
                .extracting(Change::resource)
                .containsExactlyInAnyOrder(boss.id(), worker.id(), one.id(), two.id());
        assertThat(after)
                .filteredOn(c -> c.resourceType().equals("Group"))
                .allSatisfy(c -> assertThat(moves(c)).containsExactly(went(boss)));
        replay().mustBeTheState();

        directory.delete(one);
        assertThat(moves(last())).containsExactly(went(worker));
    }

    @Test
    void a_group_of_hundreds_is_in_the_journal_member_by_member() {
        List<ScimResource> users = store.atomically(inside -> {
            Directory directoryInside = new Directory(inside, tenant);
            return IntStream.range(0, 501)
                    .mapToObj(i -> directoryInside.create(aUser("u" + i)))
                    .toList();
        });
        ScimResource group = directory.create(aGroup("All").withMembers(users));
        assertThat(moves(last())).hasSize(501).contains(came(users.get(500)));
        directory.patch(group, remove(users.subList(100, 501)));
        directory.patch(group, "[{'op': 'replace', 'path': 'members', 'value': []}]");
        assertThat(moves(last())).hasSize(100).contains(went(users.get(99)));
        replay().mustBeTheState();
    }
}

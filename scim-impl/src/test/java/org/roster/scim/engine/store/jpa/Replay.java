package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.TestSchemas.WORKPLACE;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.journal.Change;
import org.roster.scim.engine.journal.Change.Operation;
import org.roster.scim.engine.journal.ChangeJournal;
import org.roster.scim.engine.journal.Differences;
import org.roster.scim.engine.journal.JournalTransactions;
import org.roster.scim.engine.journal.MemberMove;
import org.roster.scim.engine.journal.Place;

/**
 * Begins with nothing, reads the journal of a tenant, and does to itself what it reads. Each change must fit to what is
 * there: the version is the next one, old values are the present ones, who is added was no member, who is removed was one.
 */
final class Replay {

    private static final JsonProvider JSON = JsonProvider.provider();
    /** In clear or hashed, they are not in the journal. */
    private static final Set<String> SECRETS = Set.of("password", "secret", "unlockCode", WORKPLACE + ":doorCode");

    private final Transactions transactions;
    private final ChangeJournal journal;
    private final String tenant;
    private final Map<String, Replica> replicas = new TreeMap<>();
    private final List<Change> seen = new ArrayList<>();
    private Place place = Place.START;

    /** A resource with everything that the tables have of it, but for secrets. */
    record Replica(String type, long version, List<Long> times, JsonObject attributes, Set<String> members) {}

    Replay(Transactions transactions, String tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.journal = journal(transactions);
    }

    static ChangeJournal journal(Transactions transactions) {
        return new ChangeJournal(new JournalTransactions() {
            @Override
            public <T> T call(Function<EntityManager, T> work) {
                return transactions.call(work);
            }
        });
    }

    /** Follows the journal to its present end. */
    Replay follow(int pageSize) {
        List<Change> page = journal.read(tenant, place, pageSize);
        while (!page.isEmpty()) {
            page.forEach(this::apply);
            place = page.get(page.size() - 1).place();
            page = journal.read(tenant, place, pageSize);
        }
        return this;
    }

    /** All changes so far. */
    List<Change> seen() {
        return seen;
    }

    List<MemberMove> moves(Change change) {
        Differences differences = change.differences();
        List<MemberMove> moves = new ArrayList<>();
        differences.added().forEach(id -> moves.add(new MemberMove(id, true)));
        differences.removed().forEach(id -> moves.add(new MemberMove(id, false)));
        differences.memberList().ifPresent(list -> {
            List<MemberMove> page = journal.members(list, "", 3);
            while (!page.isEmpty()) {
                moves.addAll(page);
                page = journal.members(list, page.get(page.size() - 1).id(), 3);
            }
        });
        return moves;
    }

    private void apply(Change change) {
        seen.add(change);
        @Nullable Replica before = replicas.get(change.resource());
        boolean creation = change.operation() == Operation.CREATED;
        assertThat(before == null).as("%s", change).isEqualTo(creation);
        assertThat(change.version()).as("%s", change).isEqualTo(before == null ? 1 : before.version() + 1);
        JsonObject attributes = attributes(change, before == null ? JsonValue.EMPTY_JSON_OBJECT : before.attributes());
        Set<String> members = members(change, before == null ? Set.of() : before.members());
        if (change.operation() == Operation.DELETED) {
            assertThat(attributes).as("%s", change).isEmpty();
            assertThat(members).as("%s", change).isEmpty();
            replicas.remove(change.resource());
            return;
        }
        long time = change.time().toEpochMilli();
        long created = before == null ? time : before.times().get(0);
        replicas.put(
                change.resource(),
                new Replica(change.resourceType(), change.version(), List.of(created, time), attributes, members));
    }

    private static JsonObject attributes(Change change, JsonObject before) {
        Map<String, JsonValue> values = flat(before);
        change.differences().attributes().forEach((name, difference) -> {
            assertThat(Optional.ofNullable(values.get(name)))
                    .as("%s of %s", name, change)
                    .isEqualTo(difference.before());
            assertThat(difference.after()).as("%s of %s", name, change).isNotEqualTo(difference.before());
            difference.after().ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name));
        });
        return deep(values);
    }

    private Set<String> members(Change change, Set<String> before) {
        Set<String> members = new TreeSet<>(before);
        for (MemberMove move : moves(change)) {
            boolean moved = move.added() ? members.add(move.id()) : members.remove(move.id());
            assertThat(moved).as("%s in %s", move, change).isTrue();
        }
        return members;
    }

    private static Map<String, JsonValue> flat(JsonObject attributes) {
        Map<String, JsonValue> values = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith("urn:")) {
                value.asJsonObject().forEach((sub, v) -> values.put(name + ":" + sub, v));
            } else {
                values.put(name, value);
            }
        });
        return values;
    }

    private static JsonObject deep(Map<String, JsonValue> values) {
        JsonObjectBuilder attributes = JSON.createObjectBuilder();
        Map<String, JsonObjectBuilder> extensions = new TreeMap<>();
        values.forEach((name, value) -> {
            int colon = name.lastIndexOf(':');
            if (colon < 0) {
                attributes.add(name, value);
            } else {
                extensions
                        .computeIfAbsent(name.substring(0, colon), urn -> JSON.createObjectBuilder())
                        .add(name.substring(colon + 1), value);
            }
        });
        extensions.forEach(attributes::add);
        return attributes.build();
    }

    /** What was replayed is what the tables have. */
    void mustBeTheState() {
        Map<String, Replica> state = state();
        assertThat(replicas.keySet()).isEqualTo(state.keySet());
        state.forEach((id, replica) -> assertThat(replicas.get(id)).as(id).isEqualTo(replica));
    }

    private Map<String, Replica> state() {
        return transactions.call(em -> {
            Map<String, Set<String>> members = new TreeMap<>();
            em.createQuery("select m.groupId, m.memberId from MemberRow m", Object[].class)
                    .getResultList()
                    .forEach(row -> members.computeIfAbsent((String) row[0], id -> new HashSet<>())
                            .add((String) row[1]));
            Map<String, Replica> state = new TreeMap<>();
            em.createQuery(
                            "select " + StoredResource.COLUMNS + " from ResourceRow r where r.tenant = ?1",
                            Object[].class)
                    .setParameter(1, tenant)
                    .getResultStream()
                    .map(StoredResource::of)
                    .forEach(r -> state.put(r.id(), replica(r, members.getOrDefault(r.id(), Set.of()))));
            return state;
        });
    }

    private static Replica replica(StoredResource stored, Set<String> members) {
        Map<String, JsonValue> open = flat(DocumentText.read(stored.document()));
        SECRETS.forEach(open::remove);
        return new Replica(
                stored.type(),
                stored.version(),
                List.of(stored.created(), stored.lastModified()),
                deep(open),
                new TreeSet<>(members));
    }
}

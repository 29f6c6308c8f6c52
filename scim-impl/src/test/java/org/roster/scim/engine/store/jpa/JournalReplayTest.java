package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.TestSchemas.DEVICE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.journal.Change.Operation;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomPatches;
import org.roster.scim.fixture.RandomResources;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.oracle.Trial;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/** Whoever does what the journal says comes from nothing to the state of the tables. A case is one request. */
@ExtendWith(Databases.class)
@Timeout(7_200)
class JournalReplayTest {

    @Test
    void what_happens_on_h2_can_be_done_again_from_the_journal(Databases.OnH2 database) {
        new Life(database.store(), database.transactions(), Trial.share("journal, H2", 1)).run();
    }

    @Test
    void what_happens_on_postgres_can_be_done_again_from_the_journal(Databases.OnPostgres database) {
        new Life(database.store(), database.transactions(), Trial.share("journal, PostgreSQL", 1)).run();
    }

    /** Requests of every kind, most of which make sense. */
    private static final class Life {

        private static final JsonProvider JSON = JsonProvider.provider();
        private static final int MOST = 40;

        private final JpaResourceStore store;
        private final String tenant = "life-" + UUID.randomUUID();
        private final Trial trial;
        private final RandomValues values;
        private final RandomResources resources;
        private final Replay replay;
        private final Map<String, Integer> refused = new TreeMap<>();
        private int number;

        Life(JpaResourceStore store, Transactions transactions, Trial trial) {
            this.store = store;
            this.trial = trial;
            this.values = RandomValues.few(trial.random());
            this.resources = new RandomResources(values);
            this.replay = new Replay(transactions, tenant);
        }

        void run() {
            for (int request = 0; request < trial.cases(); request++) {
                try {
                    request(new Directory(store, tenant));
                } catch (ScimException e) {
                    refused.merge(e.status() + "", 1, Integer::sum);
                }
                if (values.oneIn(20)) {
                    replay.follow(1 + values.below(30)).mustBeTheState();
                }
            }
            replay.follow(100).mustBeTheState();
            Map<Operation, Long> changes = replay.seen().stream()
                    .collect(Collectors.groupingBy(c -> c.operation(), TreeMap::new, Collectors.counting()));
            assertThat(changes).as(trial.seed()).containsOnlyKeys(Operation.values());
            trial.done(trial.cases() + " requests, refused " + refused + ", changes " + changes);
        }

        private void request(Directory directory) {
            List<ScimResource> live = new ArrayList<>();
            List.of(USER, GROUP, THING, DEVICE).forEach(type -> live.addAll(directory.all(type)));
            int kind = live.size() < 8 ? 0 : values.below(20);
            if (kind < 4 && live.size() < MOST) {
                create(directory, live);
            } else if (kind < 6) {
                directory.delete(values.pick(live));
            } else if (kind < 8) {
                ScimResource resource = values.pick(live);
                directory.replace(resource, withMembers(resources.next(type(resource), number++), live));
            } else if (kind < 10) {
                manager(directory, live);
            } else if (kind < 11) {
                together(live);
            } else {
                patch(directory, values.pick(live), live);
            }
        }

        private void create(Directory directory, List<ScimResource> live) {
            ResourceType type = values.pick(List.of(USER, USER, USER, GROUP, GROUP, THING, DEVICE));
            directory.create(withMembers(resources.next(type, number++), live));
        }

        private Body withMembers(Body body, List<ScimResource> live) {
            if (!body.type().equals(GROUP) || live.isEmpty()) {
                return body;
            }
            Body group = body;
            for (int left = values.below(5); left > 0; left--) {
                group = group.withMember(values.pick(live));
            }
            return group;
        }

        private void patch(Directory directory, ScimResource resource, List<ScimResource> live) {
            List<String> ids = idsOf(live, true);
            List<String> strangers = idsOf(live, false);
            if (ids.size() < 2 || strangers.isEmpty()) {
                return;
            }
            JsonObjectBuilder client =
                    JSON.createObjectBuilder(resource.attributes()).remove("groups");
            RandomPatches patches = new RandomPatches(values, type(resource), ids, strangers);
            directory.patch(resource, patches.next(resource.id(), client.build()));
        }

        private static List<String> idsOf(List<ScimResource> live, boolean members) {
            return live.stream()
                    .filter(r -> List.of(USER, GROUP).contains(type(r)) == members)
                    .map(ScimResource::id)
                    .toList();
        }

        private void manager(Directory directory, List<ScimResource> live) {
            List<ScimResource> users =
                    live.stream().filter(r -> type(r).equals(USER)).toList();
            if (!users.isEmpty()) {
                directory.patch(
                        values.pick(users),
                        "[{'op': 'replace', 'path': '" + ENTERPRISE + ":manager', 'value': {'value': '"
                                + values.pick(users).id() + "'}}]");
            }
        }

        /** All or nothing, and sometimes nothing. */
        private void together(List<ScimResource> live) {
            store.atomically(inside -> {
                Directory directory = new Directory(inside, tenant);
                create(directory, live);
                patch(directory, directory.create(withMembers(resources.next(GROUP, number++), live)), live);
                if (values.oneIn(3)) {
                    throw ScimException.of(400, "none of it");
                }
                return live;
            });
        }

        private static ResourceType type(ScimResource resource) {
            return TestSchemas.REGISTRY.byName(resource.meta().resourceType()).orElseThrow();
        }
    }
}

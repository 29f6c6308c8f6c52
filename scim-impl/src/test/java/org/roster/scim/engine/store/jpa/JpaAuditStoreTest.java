package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.Brake;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** Who did what, who was refused what, in each database. */
@ExtendWith(Databases.class)
class JpaAuditStoreTest {

    private static final String ADDRESS = "2001:db8::7";
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void the_audit_on_h2(Databases.OnH2 database) {
        new Room(database.transactions()).check();
    }

    @Test
    void the_audit_on_postgres(Databases.OnPostgres database) {
        new Room(database.transactions()).check();
    }

    @Test
    void the_audit_on_mariadb(Databases.OnMariaDb database) {
        new Room(database.transactions()).check();
    }

    /** One tenant's part of a database. */
    private static final class Room {
        private final String tenant = UUID.randomUUID().toString();
        private final JpaAuditStore audit;
        private final JpaResourceStore store;

        Room(Transactions transactions) {
            this.audit = new JpaAuditStore(transactions);
            this.store = new JpaResourceStore(transactions, REGISTRY, Brake.OFF);
        }

        void check() {
            whatWasRefusedComesBack();
            whoGaveThisUserThisGroupIsTold();
            bothKindsComeInOneOrderPageByPage();
            whatNoDatabaseTakesIsStoredAllTheSame();
        }

        private RequestContext by(String actor, String request) {
            return new RequestContext(
                    tenant, new Caller(actor, Set.of()), new RequestContext.Origin(request, ADDRESS), "role test");
        }

        private Attempt refused(String actor, Instant time, String resource) {
            return new Attempt(
                    tenant,
                    time,
                    actor,
                    "192.0.2.1",
                    "r-" + actor.substring(0, Math.min(4, actor.length())),
                    "delete",
                    "User",
                    resource,
                    false,
                    "not allowed");
        }

        private AuditQuery query() {
            return new AuditQuery(
                    Optional.of(tenant),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private List<Attempt> found(AuditQuery query) {
            return audit.find(query, "", 100).stream().map(AuditEntry::attempt).toList();
        }

        private void whatWasRefusedComesBack() {
            Attempt first = refused("ada", NOON, "1");
            Attempt second = refused("bert", NOON.plusSeconds(1), "2");
            audit.add(List.of(first, second));
            assertThat(found(query())).containsExactly(second, first);
            AuditQuery q = query();
            assertThat(found(new AuditQuery(
                            q.tenant(),
                            Optional.of("ada"),
                            q.request(),
                            q.resource(),
                            q.member(),
                            q.permitted(),
                            q.from(),
                            q.until())))
                    .containsExactly(first);
            assertThat(found(new AuditQuery(
                            q.tenant(),
                            q.actor(),
                            Optional.of("r-bert"),
                            Optional.of("2"),
                            q.member(),
                            Optional.of(false),
                            q.from(),
                            q.until())))
                    .containsExactly(second);
            assertThat(found(new AuditQuery(
                            q.tenant(),
                            q.actor(),
                            q.request(),
                            q.resource(),
                            q.member(),
                            q.permitted(),
                            Optional.of(NOON),
                            Optional.of(NOON.plusSeconds(1)))))
                    .containsExactly(first);
            assertThat(found(new AuditQuery(
                            q.tenant(),
                            q.actor(),
                            q.request(),
                            q.resource(),
                            q.member(),
                            Optional.of(true),
                            q.from(),
                            q.until())))
                    .isEmpty();
            assertThat(found(new AuditQuery(
                            Optional.of("other"),
                            q.actor(),
                            q.request(),
                            q.resource(),
                            q.member(),
                            q.permitted(),
                            q.from(),
                            q.until())))
                    .isEmpty();
        }

        private ScimResource created(RequestContext context, Body body) {
            return store.create(context, body.type(), body.attributes(), Projection.DEFAULT);
        }

        private void patched(RequestContext context, ScimResource group, String operations) {
            PatchUpdate update = new PatchUpdate(
                    GROUP, PatchCompiler.compile(GROUP, Directory.request(operations)), Precondition.NONE);
            store.update(context, new ResourceKey(GROUP, group.id()), update, Projection.MINIMAL);
        }

        private void whoGaveThisUserThisGroupIsTold() {
            ScimResource one = created(by("hr", "q1"), aUser("one"));
            ScimResource two = created(by("hr", "q2"), aUser("two"));
            ScimResource three = created(by("hr", "q3"), aUser("three"));
            ScimResource group = created(by("it", "q4"), aGroup("Guides").withMember(one));
            patched(
                    by("it", "q5"),
                    group,
                    "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + two.id() + "'}, {'value': '"
                            + three.id() + "'}]}]");
            patched(
                    by("boss", "q6"),
                    group,
                    "[{'op': 'remove', 'path': 'members[value eq \\\"" + two.id() + "\\\"]'}]");

            assertThat(about(group, one)).containsExactly("q4 by it: created by role test from 2001:db8::7");
            assertThat(about(group, two))
                    .containsExactly(
                            "q6 by boss: changed by role test from 2001:db8::7",
                            "q5 by it: changed by role test from 2001:db8::7");
            assertThat(about(group, three)).containsExactly("q5 by it: changed by role test from 2001:db8::7");
            store.delete(by("boss", "q7"), new ResourceKey(USER, three.id()), Precondition.NONE);
            assertThat(about(group, three))
                    .containsExactly(
                            "q7 by boss: changed by role test from 2001:db8::7",
                            "q5 by it: changed by role test from 2001:db8::7");
            AuditQuery q = query();
            assertThat(audit.find(
                            new AuditQuery(
                                    q.tenant(),
                                    q.actor(),
                                    q.request(),
                                    Optional.of(group.id()),
                                    q.member(),
                                    q.permitted(),
                                    q.from(),
                                    q.until()),
                            "",
                            10))
                    .extracting(entry -> entry.version().orElseThrow())
                    .containsExactly(4L, 3L, 2L, 1L);
        }

        private List<String> about(ScimResource group, ScimResource member) {
            AuditQuery q = query();
            return found(new AuditQuery(
                            q.tenant(),
                            q.actor(),
                            q.request(),
                            Optional.of(group.id()),
                            Optional.of(member.id()),
                            q.permitted(),
                            q.from(),
                            q.until()))
                    .stream()
                    .map(a -> a.request() + " by " + a.actor() + ": " + a.operation() + " by " + a.rule() + " from "
                            + a.address())
                    .toList();
        }

        private void bothKindsComeInOneOrderPageByPage() {
            audit.add(List.of(refused("late", Instant.now(), "9")));
            List<AuditEntry> all = audit.find(query(), "", 100);
            assertThat(all).hasSizeGreaterThan(8).extracting(AuditEntry::place).doesNotHaveDuplicates();
            List<AuditEntry> pages = new ArrayList<>();
            String before = "";
            while (true) {
                List<AuditEntry> page = audit.find(query(), before, 3);
                pages.addAll(page);
                if (page.size() < 3) {
                    break;
                }
                before = page.get(2).place();
            }
            assertThat(pages).isEqualTo(all);
        }

        private void whatNoDatabaseTakesIsStoredAllTheSame() {
            Attempt odd = refused("\uD83D\uDE00".repeat(600), Instant.now(), "a\0b" + "x".repeat(300));
            audit.add(List.of(odd));
            Attempt stored = found(query()).get(0);
            assertThat(stored.actor()).hasSize(1000).startsWith("\uD83D\uDE00");
            assertThat(stored.resource()).startsWith("a\uFFFDb").hasSize(200);

            RequestContext endless = new RequestContext(
                    tenant,
                    new Caller("proxied", Set.of()),
                    new RequestContext.Origin("q8", "a\0" + "b".repeat(100)),
                    "");
            created(endless, aUser("proxied"));
            assertThat(found(query()).get(0).address()).startsWith("a\uFFFDb").hasSize(64);
        }
    }
}

package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Acts.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.BrakeState;
import org.roster.scim.spi.Tenant;

/** What an administrator does and the row of the audit that says so are there together, or neither is. */
@ExtendWith(Databases.class)
class JpaActsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** No request is called so, and no column takes it. */
    private static final Attempt TOO_LONG = act("r".repeat(100));

    @Test
    void acts_on_h2(Databases.OnH2 database) {
        check(database.transactions());
    }

    @Test
    void acts_on_postgres(Databases.OnPostgres database) {
        check(database.transactions());
    }

    @Test
    void acts_on_mariadb(Databases.OnMariaDb database) {
        check(database.transactions());
    }

    private static void check(Transactions transactions) {
        aTokenIsMadeChangedAndEnded(transactions);
        aTenantIsMadeChangedAndDeleted(transactions);
        theBrakeIsLifted(transactions);
    }

    private static String newName() {
        return "n-" + UUID.randomUUID();
    }

    private static List<Attempt> written(Transactions transactions, Attempt act) {
        AuditQuery query = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(act.request()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new JpaAuditStore(transactions)
                .find(query, "", 10).stream().map(AuditEntry::attempt).toList();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(RuntimeException.class);
    }

    private static AccessToken token(String name) {
        return new AccessToken(
                UUID.randomUUID().toString(),
                name,
                new AccessToken.Grant(Optional.empty(), Set.of("scim-read"), Set.of(), List.of()),
                new AccessToken.Origin(NOON, "ada"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                secrets());
    }

    private static List<AccessToken.Secret> secrets() {
        String hash = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return List.of(new AccessToken.Secret(hash, NOON, Optional.empty()));
    }

    private static void aTokenIsMadeChangedAndEnded(Transactions transactions) {
        JpaTokenStore store = new JpaTokenStore(transactions);
        String name = newName();
        AccessToken token = token(name);
        refused(() -> store.add(token, TOO_LONG));
        assertThat(store.withId(token.id())).isEmpty();

        Attempt made = act().about(token.id());
        assertThat(store.add(token, made)).isTrue();
        assertThat(written(transactions, made)).containsExactly(made);
        Attempt again = act();
        assertThat(store.add(token(name), again)).isFalse();
        assertThat(written(transactions, again)).isEmpty();

        List<AccessToken.Secret> others = secrets();
        refused(() -> store.replaceSecrets(token, others, TOO_LONG));
        assertThat(store.withId(token.id())).contains(token);
        Attempt rotated = act();
        assertThat(store.replaceSecrets(token, others, rotated)).isTrue();
        assertThat(written(transactions, rotated)).containsExactly(rotated);
        Attempt late = act();
        assertThat(store.replaceSecrets(token, secrets(), late)).isFalse();
        assertThat(written(transactions, late)).isEmpty();

        refused(() -> store.revoke(token.id(), NOON, TOO_LONG));
        assertThat(store.withId(token.id()).orElseThrow().revoked()).isEmpty();
        Attempt revoked = act();
        store.revoke(token.id(), NOON, revoked);
        assertThat(written(transactions, revoked)).containsExactly(revoked);
    }

    private static void aTenantIsMadeChangedAndDeleted(Transactions transactions) {
        String name = newName();
        JpaTenantStore store = new JpaTenantStore(transactions);
        Tenant tenant = new Tenant(name, Tenant.State.ACTIVE, NOON, "ada");
        refused(() -> store.add(tenant, TOO_LONG));
        assertThat(store.find(name)).isEmpty();
        Attempt made = act().about(name);
        assertThat(store.add(tenant, made)).isTrue();
        assertThat(written(transactions, made)).containsExactly(made);

        refused(() -> store.change(name, Tenant.State.SUSPENDED, TOO_LONG));
        assertThat(store.find(name)).contains(tenant);
        Attempt suspended = act();
        assertThat(store.change(name, Tenant.State.SUSPENDED, suspended)).isTrue();
        assertThat(written(transactions, suspended)).containsExactly(suspended);

        refused(() -> store.delete(name, TOO_LONG));
        assertThat(store.find(name).orElseThrow().state()).isEqualTo(Tenant.State.SUSPENDED);
        Attempt deleted = act();
        store.delete(name, deleted);
        assertThat(written(transactions, deleted)).containsExactly(deleted);
        Attempt late = act();
        assertThat(store.change(name, Tenant.State.ACTIVE, late)).isFalse();
        assertThat(written(transactions, late)).isEmpty();
    }

    private static void theBrakeIsLifted(Transactions transactions) {
        String name = newName();
        JpaBrakeBook book = new JpaBrakeBook(transactions);
        BrakeState lifted = new BrakeState(Map.of(), 0, NOON, Optional.empty(), NOON);
        BrakeState before = book.read(name, "User");
        refused(() -> book.overrule(name, "User", state -> lifted, TOO_LONG));
        assertThat(book.read(name, "User")).isEqualTo(before);
        Attempt act = act();
        book.overrule(name, "User", state -> lifted, act);
        assertThat(book.read(name, "User").lifted()).isEqualTo(NOON);
        assertThat(written(transactions, act)).containsExactly(act);
    }
}

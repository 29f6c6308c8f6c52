package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Acts.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.AccessToken.Secret;

/** Tokens in each database. */
@ExtendWith(Databases.class)
class JpaTokenStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.123Z");

    @Test
    void tokens_on_h2(Databases.OnH2 database) throws Exception {
        check(database.transactions());
    }

    @Test
    void tokens_on_postgres(Databases.OnPostgres database) throws Exception {
        check(database.transactions());
    }

    @Test
    void tokens_on_mariadb(Databases.OnMariaDb database) throws Exception {
        check(database.transactions());
    }

    private static void check(Transactions transactions) throws Exception {
        JpaTokenStore store = new JpaTokenStore(transactions);
        whatIsKeptComesBack(store);
        oneOfManyGetsAName(store);
        aRevokedTokenLosesSecretsAndNameAndStays(store);
        secretsAreReplacedIfNobodyElseDidSo(store);
        theLastUseIsTheLatest(store);
        listsComeInPagesAndByTenant(store);
    }

    private static void whatIsKeptComesBack(JpaTokenStore store) {
        AccessToken bare = new AccessToken(
                UUID.randomUUID().toString(),
                "bare-" + UUID.randomUUID(),
                new AccessToken.Grant(Optional.empty(), Set.of("scim-read"), Set.of(), List.of()),
                new AccessToken.Origin(NOON, "ada \uD83D\uDE00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(secret(Optional.empty())));
        AccessToken full = new AccessToken(
                UUID.randomUUID().toString(),
                "full-" + UUID.randomUUID(),
                new AccessToken.Grant(
                        Optional.of("acme"),
                        Set.of("scim-read", "scim-admin"),
                        Set.of("User", "Group"),
                        List.of("10.0.0.0/8", "::1")),
                new AccessToken.Origin(NOON, "ada"),
                Optional.of(NOON.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                List.of(secret(Optional.of(NOON.plusSeconds(5)))));
        for (AccessToken token : List.of(bare, full)) {
            assertThat(store.add(token, act())).isTrue();
            assertThat(store.withId(token.id())).contains(token);
            assertThat(store.withSecret(token.secrets().get(0).hash())).contains(token);
        }
        assertThat(store.withId("nobody")).isEmpty();
        assertThat(store.withSecret(hash())).isEmpty();
    }

    private static void oneOfManyGetsAName(JpaTokenStore store) throws Exception {
        String name = "race-" + UUID.randomUUID();
        Callable<Boolean> add = () -> store.add(token(name, "acme"), act());
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all =
                    nodes.invokeAll(Stream.generate(() -> add).limit(16).toList());
            int added = 0;
            for (Future<Boolean> one : all) {
                added += one.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
    }

    private static void aRevokedTokenLosesSecretsAndNameAndStays(JpaTokenStore store) {
        AccessToken token = added(store, "acme");
        store.revoke(token.id(), NOON, act());
        store.revoke(token.id(), NOON.plusSeconds(1), act());
        assertThat(store.withSecret(token.secrets().get(0).hash())).isEmpty();
        assertThat(store.withId(token.id()).orElseThrow())
                .satisfies(t -> assertThat(t.revoked()).contains(NOON))
                .satisfies(t -> assertThat(t.secrets()).isEmpty())
                .satisfies(t -> assertThat(t.name()).isEqualTo(token.name()));
        assertThat(store.add(token(token.name(), "acme"), act())).isTrue();
        assertThat(store.replaceSecrets(
                        store.withId(token.id()).orElseThrow(), List.of(secret(Optional.empty())), act()))
                .isFalse();
    }

    private static void secretsAreReplacedIfNobodyElseDidSo(JpaTokenStore store) {
        AccessToken before = added(store, "acme");
        List<Secret> two = List.of(
                new Secret(hash(), NOON.plusSeconds(9), Optional.empty()),
                before.secrets().get(0));
        assertThat(store.replaceSecrets(before, two, act())).isTrue();
        assertThat(store.withId(before.id()).orElseThrow().secrets()).isEqualTo(two);
        assertThat(store.replaceSecrets(before, List.of(secret(Optional.empty())), act()))
                .isFalse();
        assertThat(store.withId(before.id()).orElseThrow().secrets()).isEqualTo(two);
        assertThat(store.replaceSecrets(token("nobody-" + UUID.randomUUID(), "acme"), two, act()))
                .isFalse();
    }

    private static void theLastUseIsTheLatest(JpaTokenStore store) {
        AccessToken token = added(store, "acme");
        store.used(token.id(), NOON.plusSeconds(60));
        store.used(token.id(), NOON);
        assertThat(store.withId(token.id()).orElseThrow().lastUsed()).contains(NOON.plusSeconds(60));
    }

    private static void listsComeInPagesAndByTenant(JpaTokenStore store) {
        String tenant = UUID.randomUUID().toString();
        List<String> ids = Stream.generate(() -> added(store, tenant).id())
                .limit(5)
                .sorted()
                .toList();
        assertThat(store.list(Optional.of(tenant), "", 3))
                .extracting(AccessToken::id)
                .isEqualTo(ids.subList(0, 3));
        assertThat(store.list(Optional.of(tenant), ids.get(2), 3))
                .extracting(AccessToken::id)
                .isEqualTo(ids.subList(3, 5));
        assertThat(store.list(Optional.empty(), "", 1_000))
                .extracting(AccessToken::id)
                .containsAll(ids)
                .hasSizeGreaterThan(5);
    }

    private static AccessToken added(JpaTokenStore store, String tenant) {
        AccessToken token = token("t-" + UUID.randomUUID(), tenant);
        assertThat(store.add(token, act())).isTrue();
        return token;
    }

    private static AccessToken token(String name, String tenant) {
        return new AccessToken(
                UUID.randomUUID().toString(),
                name,
                new AccessToken.Grant(Optional.of(tenant), Set.of("scim-read"), Set.of(), List.of()),
                new AccessToken.Origin(NOON, "ada"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(secret(Optional.empty())));
    }

    private static Secret secret(Optional<Instant> expires) {
        return new Secret(hash(), NOON, expires);
    }

    private static String hash() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }
}

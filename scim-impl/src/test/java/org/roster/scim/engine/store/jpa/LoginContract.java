package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.ScimResource;

/** What a realm of the server finds in the views {@code scim_login} and {@code scim_login_role}. */
abstract class LoginContract {

    private static final String CLEAR = "correct h\u00f6rse";
    private static final String SALT = "c2l4dGVlbiBieXRlcyBvaw==";

    private final JpaResourceStore store;
    private final Transactions transactions;
    private final String tenant = "login-" + UUID.randomUUID();
    private final Directory directory;

    LoginContract(JpaResourceStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.directory = new Directory(store, tenant);
    }

    private static String hash(int number) {
        return "{PBKDF2WithHmacSHA512}210000:" + SALT + ":" + base64(number, 64);
    }

    private static String base64(int number, int bytes) {
        byte[] some = new byte[bytes];
        some[0] = (byte) number;
        return Base64.getEncoder().encodeToString(some);
    }

    private static Body ada() {
        return aUser("Ada").with("password", hash(1));
    }

    private List<String> found(String query) {
        return transactions.call(em -> {
            List<?> rows = em.createNativeQuery(query).setParameter(1, tenant).getResultList();
            return rows.stream().map(String::valueOf).toList();
        });
    }

    /** Names and hashes of those who may log in. */
    private List<String> logins() {
        return found("select concat(user_name, ' ', hash) from scim_login where tenant = ?1 order by user_name");
    }

    private List<String> roles(String userName) {
        return found(
                "select role from scim_login_role where tenant = ?1 and user_name = '" + userName + "' order by role");
    }

    private static String login(String userName, int hash) {
        return userName + " " + base64(hash, 64);
    }

    @Test
    void a_password_can_be_checked_in_both_forms() throws Exception {
        Body user = aUser("Zo\u00cb").with("password", CLEAR);
        Body safe = user.with(
                "password", new Secrets().protect(USER, user.attributes()).getString("password"));
        directory.create(safe);

        String[] jakarta = found("select password from scim_login where tenant = ?1 and user_name = 'zo\u00eb'")
                .get(0)
                .split(":", -1);
        assertThat(jakarta).startsWith("PBKDF2WithHmacSHA512", "210000").hasSize(4);
        PBEKeySpec spec =
                new PBEKeySpec(CLEAR.toCharArray(), Base64.getDecoder().decode(jakarta[2]), 210_000, 512);
        assertThat(Base64.getDecoder().decode(jakarta[3]))
                .isEqualTo(SecretKeyFactory.getInstance(jakarta[0])
                        .generateSecret(spec)
                        .getEncoded());
        assertThat(found("select concat(iterations, ':', salt, ':', hash) from scim_login where tenant = ?1"))
                .containsExactly(jakarta[1] + ":" + jakarta[2] + ":" + jakarta[3]);
    }

    @Test
    void who_has_no_password_or_no_longer_cannot_log_in() {
        directory.create(aUser("bob"));
        assertThat(logins()).isEmpty();

        ScimResource ada = directory.create(ada());
        assertThat(logins()).containsExactly(login("ada", 1));

        directory.patch(ada, "[{'op': 'remove', 'path': 'password'}]");
        assertThat(logins()).isEmpty();

        directory.patch(ada, "[{'op': 'add', 'path': 'password', 'value': '" + hash(2) + "'}]");
        assertThat(logins()).containsExactly(login("ada", 2));

        directory.delete(ada);
        assertThat(logins()).isEmpty();
    }

    @Test
    void who_is_not_active_cannot_log_in_until_he_is_again() {
        ScimResource ada = directory.create(ada());
        directory.create(aUser("eve").with("password", hash(3)).with("active", false));
        directory.create(aGroup("staff").withMember(ada));

        directory.patch(ada, "[{'op': 'replace', 'path': 'active', 'value': false}]");
        assertThat(logins()).isEmpty();
        assertThat(roles("ada")).isEmpty();

        directory.patch(ada, "[{'op': 'remove', 'path': 'active'}]");
        assertThat(logins()).containsExactly(login("ada", 1));
        assertThat(roles("ada")).containsExactly("staff");

        directory.replace(ada, aUser("Ada").with("active", false));
        assertThat(logins()).isEmpty();
    }

    @Test
    void a_new_password_and_a_new_name_take_the_place_of_the_old_ones() {
        ScimResource ada = directory.create(ada());
        directory.create(aUser("bob").with("password", hash(5)));

        directory.patch(ada, "[{'op': 'replace', 'path': 'password', 'value': '" + hash(4) + "'}]");
        directory.replace(ada, aUser("LOVELACE").with("title", "Countess"));
        assertThat(logins()).containsExactly(login("bob", 5), login("lovelace", 4));

        refused(() -> directory.patch(ada, "[{'op': 'replace', 'path': 'userName', 'value': 'BOB'}]"))
                .as(409, "uniqueness");
        assertThat(logins()).containsExactly(login("bob", 5), login("lovelace", 4));
    }

    @Test
    void what_is_undone_leaves_no_row() {
        refused(() -> store.atomically(inside -> {
                    new Directory(inside, tenant).create(ada());
                    throw ScimException.of(400, "changed my mind");
                }))
                .as(400);
        assertThat(logins()).isEmpty();
    }

    @Test
    void people_of_another_tenant_are_not_found() {
        new Directory(store, tenant + "-2").create(ada());
        assertThat(logins()).isEmpty();
    }

    @Test
    void other_secrets_and_passwords_that_are_no_hash_let_nobody_in() {
        directory.create(aThing("box").with("secret", hash(1)));
        directory.create(aUser("ada").with("password", "clear"));
        directory.create(aUser("eve").with("password", "{other}1:c2FsdA==:aGFzaA=="));
        directory.create(aUser("n".repeat(301)).with("password", hash(1)));
        assertThat(logins()).isEmpty();
    }

    @Test
    void the_groups_of_a_user_are_his_roles() {
        ScimResource ada = directory.create(ada());
        ScimResource staff = directory.create(aGroup("staff").withMember(ada));
        directory.create(aGroup("B\u00fcro 3").withMember(ada));
        directory.create(aGroup("all").withMember(staff));
        directory.create(aGroup("x".repeat(256)).withMember(ada));

        assertThat(roles("ada")).containsExactly("B\u00fcro 3", "staff");
        directory.patch(staff, "[{'op': 'remove', 'path': 'members[value eq \\'" + ada.id() + "\\']'}]");
        assertThat(roles("ada")).containsExactly("B\u00fcro 3");
    }

    @Test
    void no_group_makes_an_administrator() {
        ScimResource ada = directory.create(ada());
        Set<String> taken = Stream.concat(
                        Roles.ALL.stream(), Stream.of("scim-of-the-future", "asadmin", "SuperUser", "Administrator"))
                .collect(Collectors.toSet());
        taken.forEach(name -> {
            directory.create(aGroup(name).withMember(ada));
            directory.create(aGroup(name.toUpperCase(Locale.ROOT)).withMember(ada));
        });
        directory.create(aGroup("scimitar").withMember(ada));

        assertThat(roles("ada")).containsExactly("scimitar");
    }

    @Test
    void hashes_of_before_get_their_rows_by_the_migration() throws Exception {
        String old = "{PBKDF2WithHmacSHA512}210000:" + SALT + ":" + base64(7, 32);
        directory.create(aUser("Ad\u00e4").with("title", "\"\\").with("password", old));
        directory.create(aUser("bob").with("password", old).with("active", false));
        directory.create(aUser("eve").with("title", "\"password\":\"" + old));
        String all =
                "select concat(user_name, ' ', active, ' ', type, ' ', resource_id, ' ', iterations, ' ', salt, ' ', hash) "
                        + "from scim_password where tenant = ?1 order by user_name";
        List<String> before = found(all);

        transactions.call(em -> {
            try (Statement statement = em.unwrap(Connection.class).createStatement()) {
                statement.execute("delete from scim_password");
                statement.execute(migration(em.unwrap(Connection.class)));
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(before).hasSize(2);
        assertThat(found(all)).isEqualTo(before);
    }

    private static String migration(Connection connection) throws SQLException {
        String database = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        try (InputStream file = LoginContract.class.getResourceAsStream("migration/" + database + "/V8__login.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String insert = text.substring(text.indexOf("insert into scim_password"));
            return insert.substring(0, insert.indexOf(';'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;

import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.patch.AttributeChange;

/** A password is kept as a hash only (RFC 7643 §9.2). */
class SecretsTest {

    private static final String CLEAR = "t1meMa$heen";

    private final Secrets secrets = new Secrets();

    @Test
    @Tag("S-9.2-01")
    @Tag("S-4.1.1-10")
    void a_password_becomes_a_hash_that_can_be_checked() throws GeneralSecurityException {
        JsonObject safe = secrets.protect(
                TestSchemas.USER, aUser().with("password", CLEAR).attributes());

        String hash = safe.getString("password");
        assertThat(safe.toString()).doesNotContain(CLEAR).contains("bjensen");
        assertThat(hash).startsWith("{PBKDF2WithHmacSHA512}210000:");
        String[] parts = hash.split(":", -1);
        PBEKeySpec spec =
                new PBEKeySpec(CLEAR.toCharArray(), Base64.getDecoder().decode(parts[1]), 210_000, 512);
        assertThat(Base64.getEncoder()
                        .encodeToString(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                                .generateSecret(spec)
                                .getEncoded()))
                .isEqualTo(parts[2]);
    }

    @Test
    @Tag("S-4.1.1-10")
    @Tag("P-5-01")
    @Tag("P-7.8-01")
    void a_password_is_prepared_before_it_becomes_a_hash() throws GeneralSecurityException {
        String[] parts = PasswordHash.of("cafe\u0301\u00a0noir").split(":", -1);
        PBEKeySpec composed = new PBEKeySpec(
                "caf\u00e9 noir".toCharArray(), Base64.getDecoder().decode(parts[1]), 210_000, 512);
        assertThat(Base64.getDecoder().decode(parts[2]))
                .isEqualTo(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(composed)
                        .getEncoded());
    }

    @Test
    void the_same_password_twice_gives_two_hashes() {
        assertThat(PasswordHash.of(CLEAR)).isNotEqualTo(PasswordHash.of(CLEAR));
    }

    @Test
    void what_has_no_password_stays_as_it_is() {
        JsonObject attributes = aUser().with("title", "x").attributes();
        assertThat(secrets.protect(TestSchemas.USER, attributes)).isSameAs(attributes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'replace', 'path': 'password', 'value': '" + CLEAR + "'}]",
                "[{'op': 'add', 'path': 'PASSWORD', 'value': '" + CLEAR + "'}]",
                "[{'op': 'add', 'value': {'title': 'x', 'password': '" + CLEAR + "'}}]",
                "[{'op': 'replace', 'value': {'Password': '" + CLEAR + "'}}]",
                "[{'op': 'replace', 'path': 'urn:ietf:params:scim:schemas:core:2.0:User:password', 'value': '" + CLEAR
                        + "'}]",
            })
    void a_password_in_a_patch_becomes_a_hash(String operations) {
        List<AttributeChange> changes =
                secrets.protect(PatchCompiler.compile(TestSchemas.USER, Directory.request(operations)));

        assertThat(changes.toString()).doesNotContain(CLEAR).contains("{PBKDF2WithHmacSHA512}");
    }

    @Test
    void other_changes_stay_as_they_are() {
        List<AttributeChange> changes = PatchCompiler.compile(
                TestSchemas.USER,
                Directory.request(
                        "[{'op': 'add', 'path': 'title', 'value': 'x'}, {'op': 'remove', 'path': 'password'}]"));
        assertThat(secrets.protect(changes)).isEqualTo(changes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'password': 'x'}",
                "{'urn:ietf:params:scim:schemas:core:2.0:User:PassWord': 'x'}",
                "{'Operations': [{'op': 'replace', 'path': 'password', 'value': 'x'}]}",
                "{'Operations': [{'op': 'add', 'value': {'urn:example:schemas:Workplace': {'doorCode': 'x'}}}]}"
            })
    void what_may_have_a_password_in_it_is_known_before(String body) {
        assertThat(secrets.mayHold(TestSchemas.USER, JsonText.object(body))).isTrue();
        assertThat(secrets.mayHold(TestSchemas.GROUP, JsonText.object(body))).isFalse();
        assertThat(secrets.mayHold(TestSchemas.USER, aUser().with("title", "x").json()))
                .isFalse();
    }

    @Test
    void a_secret_of_any_type_becomes_a_hash() {
        Body thing = Body.aThing("t").with("secret", CLEAR);
        assertThat(secrets.protect(TestSchemas.THING, thing.attributes()).toString())
                .doesNotContain(CLEAR);
    }

    @Test
    void a_secret_of_an_extension_becomes_a_hash_too() {
        Body user = Body.aUser("anna").with(TestSchemas.WORKPLACE, JsonText.object("{'doorCode': '" + CLEAR + "'}"));
        assertThat(secrets.protect(TestSchemas.USER, user.attributes()).toString())
                .doesNotContain(CLEAR)
                .contains("doorCode");
        String patch = "[{'op': 'add', 'value': {'" + TestSchemas.WORKPLACE + "': {'doorCode': '" + CLEAR + "'}}}]";
        assertThat(secrets.protect(PatchCompiler.compile(TestSchemas.USER, Directory.request(patch)))
                        .toString())
                .doesNotContain(CLEAR)
                .contains("doorCode");
    }
}

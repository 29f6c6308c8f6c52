package org.roster.scim.engine.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.spi.Caller;

/**
 * Forged signatures and keys (RFC 8725 §2). Each token is right but for what the test is about; the log at debug level tells
 * that this and nothing else was the reason.
 */
@ResourceLock(TestService.LOG)
class JwtAttacksTest {

    private static final TestKey KEY = TestKey.rsa("k1");
    private static final TestKey CURVE = TestKey.ec("e1");
    private static final TestKey OTHERS = TestKey.rsa("k2");
    private static final TestKey EVIL = TestKey.rsa("evil");

    private final TestIssuer one = new TestIssuer("one").publishing(KEY, CURVE);
    private final TestIssuer two = new TestIssuer("two").publishing(OTHERS);
    private final TestIssuer attacker = new TestIssuer("attacker").publishing(EVIL);
    private TestService service;

    @BeforeEach
    void start(@TempDir Path folder) {
        service = new TestService(folder, one.entry(""), two.entry(""));
    }

    @AfterEach
    void end() {
        service.close();
        one.close();
        two.close();
        attacker.close();
    }

    private void refused(String token, String... reasons) {
        assertThat(service.callerWith(token)).isEmpty();
        assertThat(service.refusals()).containsExactly(reasons);
        assertThat(attacker.asked).isEmpty();
    }

    @Test
    void a_right_token_of_each_issuer_is_good_for_its_own_tenant() {
        Caller first = service.callerWith(one.token().signedBy(KEY)).orElseThrow();
        Caller second = service.callerWith(two.token()
                        .with("tenant", "tenant-one")
                        .with("sub", "client-1")
                        .signedBy(OTHERS))
                .orElseThrow();
        assertThat(first)
                .isEqualTo(new Caller(
                        "one:client-1", Set.of("scim-admin"), new Caller.Bounds(Optional.of("tenant-one"), Set.of())));
        assertThat(second.bounds().tenant()).contains("tenant-two");
        assertThat(second.name()).isEqualTo("two:client-1");
        assertThat(service.callerWith(one.token().signedBy(CURVE))).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE"})
    void alg_none_is_no_signature(String none) {
        TestToken token = one.token().header("alg", none);
        refused(token.signed(KEY, ""), "unknown [form]");
        refused(token.signedBy(KEY), none.equals("none") ? "unknown [form]" : "one [alg]");
    }

    @Test
    void the_public_key_is_no_secret_for_HS256() throws GeneralSecurityException {
        byte[] der = KEY.pair().getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        byte[] modulus = ((RSAPublicKey) KEY.pair().getPublic()).getModulus().toByteArray();
        for (byte[] secret :
                List.of(der, pem.getBytes(US_ASCII), modulus, KEY.jwk().getBytes(UTF_8))) {
            TestToken token = one.token().header("alg", "HS256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] forged = mac.doFinal(token.input(KEY).getBytes(US_ASCII));
            refused(token.signed(KEY, TestKey.base64(forged)), "one [alg]");
        }
    }

    @Test
    void a_shared_secret_in_the_key_set_is_not_used() throws GeneralSecurityException {
        two.publishing(
                "{\"keys\":[" + OTHERS.jwk() + ",{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAECAwQFBgcICQoLDA0ODw\"}]}");
        TestToken token = two.token().header("alg", "HS256").header("kid", "s");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode("AAECAwQFBgcICQoLDA0ODw"), "HmacSHA256"));
        refused(
                token.signed(
                        OTHERS, TestKey.base64(mac.doFinal(token.input(OTHERS).getBytes(US_ASCII)))),
                "two [alg]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../../dev/null",
                "/dev/null",
                "file:///etc/passwd",
                "http://127.0.0.1:1/keys",
                "k1' OR '1'='1",
                "k1; ls",
                "k1\u0000",
                "K1",
                "k1 ",
                "${jndi:ldap://127.0.0.1:1/x}",
                "evil"
            })
    void a_kid_is_looked_up_among_the_keys_and_nowhere_else(String kid) {
        boolean text = kid.indexOf('\u0000') < 0;
        refused(one.token().header("kid", kid).signedBy(EVIL), text ? "one [key]" : "unknown [form]");
        // A token without form has nothing looked up; whether the keys are there by then is chance.
        assertThat(one.asked).isSubsetOf("/keys");
        if (text) {
            assertThat(one.asked).isNotEmpty();
        }
    }

    @Test
    void a_kid_that_is_no_text_is_refused() {
        refused(one.token().header("kid", JsonText.array("['k1']")).signedBy(KEY), "unknown [form]");
        refused(one.token().header("kid", 1).signedBy(KEY), "unknown [form]");
    }

    @Test
    void a_key_or_an_address_of_one_inside_the_token_is_not_used() {
        for (String header : List.of("jku", "x5u")) {
            refused(one.token().header(header, attacker.url("/keys")).signedBy(EVIL), "one [key]");
            refused(
                    one.token()
                            .header(header, attacker.url("/keys"))
                            .header("kid", "k1")
                            .signedBy(EVIL),
                    "one [signature]");
        }
        TestToken own = one.token().header("jwk", JsonText.strict(EVIL.jwk()));
        refused(own.signedBy(EVIL), "one [key]");
        refused(own.header("kid", "k1").signedBy(EVIL), "one [signature]");
        refused(
                one.token()
                        .header("x5c", JsonText.array("['MIIB']"))
                        .header("kid", "k1")
                        .signedBy(EVIL),
                "one [signature]");
    }

    @Test
    void an_issuer_that_writes_where_its_keys_are_is_understood_and_not_followed() {
        assertThat(service.callerWith(
                        one.token().header("jku", attacker.url("/keys")).signedBy(KEY)))
                .isPresent();
        assertThat(attacker.asked).isEmpty();
    }

    @Test
    void a_token_without_its_signature_is_refused() {
        refused(one.token().signed(KEY, ""), "unknown [form]");
        refused(one.token().input(KEY));
    }

    @Test
    void a_token_that_was_changed_is_refused() {
        String[] parts = one.token().with("roles", "lookup").signedBy(KEY).split("\\.", -1);
        String more = one.token().input(KEY).split("\\.", -1)[1];
        assertThat(more).isNotEqualTo(parts[1]);
        refused(parts[0] + "." + more + "." + parts[2], "one [signature]");
        String signature = (parts[2].charAt(9) == 'A' ? "B" : "A");
        refused(
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 9) + signature + parts[2].substring(10),
                "one [signature]");
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, 300), "one [signature]");
    }

    @Test
    void the_key_of_another_is_not_good_for_an_issuer() {
        refused(one.token().signedBy(OTHERS), "one [key]");
        refused(one.token().signedBy(OTHERS.called("k1")), "one [signature]");
        refused(one.token().signedBy(EVIL.called("k1")), "one [signature]");
        refused(two.token().signedBy(KEY), "two [key]");
        refused(two.token().signedBy(KEY.called("k2")), "two [signature]");
    }

    @Test
    void an_algorithm_that_is_not_allowed_or_not_of_the_key_is_refused() {
        refused(one.token().header("alg", "RS512").signedBy(KEY), "one [alg]");
        refused(one.token().header("alg", "ES256").signed(KEY, TestKey.base64(new byte[64])), "one [key]");
        refused(one.token().header("alg", "RS256").header("kid", "e1").signedBy(CURVE), "one [key]");
        refused(one.token().header("alg", "PS256").signedBy(KEY), "one [signature]");
    }

    @Test
    void a_signature_of_zeros_is_none() throws GeneralSecurityException {
        BigInteger order = ((java.security.interfaces.ECPublicKey) CURVE.pair().getPublic())
                .getParams()
                .getOrder();
        byte[] zeros = new byte[64];
        byte[] zeroAndOne = new byte[64];
        zeroAndOne[63] = 1;
        byte[] orders = new byte[64];
        byte[] n = order.toByteArray();
        System.arraycopy(n, n.length - 32, orders, 0, 32);
        System.arraycopy(n, n.length - 32, orders, 32, 32);
        for (byte[] forged : List.of(zeros, zeroAndOne, orders, new byte[1])) {
            refused(one.token().signed(CURVE, TestKey.base64(forged)), "one [signature]");
        }
        refused(one.token().signed(KEY, TestKey.base64(new byte[256])), "one [signature]");
    }

    @Test
    void a_signature_in_the_form_of_certificates_is_none() throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(CURVE.pair().getPrivate());
        signer.update(one.token().input(CURVE).getBytes(US_ASCII));
        refused(one.token().signed(CURVE, TestKey.base64(signer.sign())), "one [signature]");
    }

    @Test
    void weak_keys_and_keys_for_other_purposes_are_not_used() {
        TestKey weak = TestKey.rsa("weak", 1_024);
        String forEncryption = EVIL.jwk().replace("\"sig\"", "\"enc\"");
        String forAnotherAlgorithm = OTHERS.called("k3").jwk().replace("\"use\"", "\"alg\":\"PS256\",\"use\"");
        two.publishing("{\"keys\":[" + weak.jwk() + "," + forEncryption + "," + forAnotherAlgorithm + "," + OTHERS.jwk()
                + "]}");
        service.clock.pass(IssuerKeys.PAUSE);
        refused(two.token().signedBy(weak), "two [key]");
        refused(two.token().signedBy(EVIL), "two [key]");
        refused(two.token().signedBy(OTHERS.called("k3")), "two [key]");
        assertThat(service.callerWith(two.token().signedBy(OTHERS))).isPresent();
    }

    @Test
    void without_a_kid_the_only_key_that_fits_is_used_and_none_of_several() {
        TestToken token = two.token().header("kid", "");
        assertThat(service.callerWith(token.signedBy(OTHERS))).isPresent();
        refused(token.signedBy(EVIL), "two [signature]");
        two.publishing(OTHERS, EVIL);
        service.clock.pass(java.time.Duration.ofMinutes(61));
        assertThat(service.callerWith(
                        token.with("exp", 9_999_999_999L).header("kid", "k2").signedBy(OTHERS)))
                .isPresent();
    }

    @Test
    void nothing_of_a_token_is_in_the_log() {
        String token = one.token().with("sub", "secretive").signedBy(EVIL);
        service.callerWith(token);
        service.callerWith(one.token().with("sub", "secretive").signedBy(KEY));
        assertThat(service.log).isNotEmpty().noneMatch(line -> line.contains("secretive"));
        for (String part : token.split("\\.", -1)) {
            assertThat(service.log).noneMatch(line -> line.contains(part));
        }
    }
}

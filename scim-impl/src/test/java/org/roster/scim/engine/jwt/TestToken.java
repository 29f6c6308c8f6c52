package org.roster.scim.engine.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.roster.scim.fixture.JsonText;

/** A token in the making: what is not changed is right. Immutable. */
final class TestToken {

    private final Map<String, JsonValue> header;
    private final Map<String, JsonValue> claims;

    private TestToken(Map<String, JsonValue> header, Map<String, JsonValue> claims) {
        this.header = header;
        this.claims = claims;
    }

    static TestToken of(Map<String, Object> claims) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        claims.forEach((name, value) -> values.put(name, JsonText.of(value)));
        return new TestToken(new LinkedHashMap<>(Map.of("typ", JsonText.of("JWT"))), values);
    }

    TestToken with(String claim, Object value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(claims);
        changed.put(claim, JsonText.of(value));
        return new TestToken(header, changed);
    }

    TestToken without(String claim) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new TestToken(header, changed);
    }

    TestToken header(String name, Object value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(header);
        changed.put(name, JsonText.of(value));
        return new TestToken(changed, claims);
    }

    TestToken withoutHeader(String name) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(header);
        changed.remove(name);
        return new TestToken(changed, claims);
    }

    /** Signed; {@code kid} and {@code alg} are those of the key, unless they are set or an empty text takes them away. */
    String signedBy(TestKey key) {
        String input = input(key);
        return input + "." + key.signature(algorithm(key), input.getBytes(US_ASCII));
    }

    /** With another signature, of any text. */
    String signed(TestKey key, String signature) {
        return input(key) + "." + signature;
    }

    /** What is to be signed. */
    String input(TestKey key) {
        TestToken whole = header("alg", algorithm(key));
        if (!header.containsKey("kid")) {
            whole = whole.header("kid", key.kid());
        } else if (header.get("kid").equals(JsonText.of(""))) {
            whole = whole.withoutHeader("kid");
        }
        return encoded(text(whole.header)) + "." + encoded(text(claims));
    }

    private String algorithm(TestKey key) {
        String usual = key.elliptic() ? "ES256" : "RS256";
        return header.containsKey("alg") ? header.get("alg").toString().replace("\"", "") : usual;
    }

    static String encoded(String text) {
        return TestKey.base64(text.getBytes(UTF_8));
    }

    private static String text(Map<String, JsonValue> members) {
        return members.entrySet().stream()
                .map(e -> JsonText.of(e.getKey()) + ":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}

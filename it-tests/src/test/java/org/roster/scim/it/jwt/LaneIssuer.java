package org.roster.scim.it.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The issuers that the servers of all lanes know, with keys that were made for this run. */
public final class LaneIssuer {

    /** Its keys are in a file beside the one with the issuers. */
    public static final LaneIssuer FILE = new LaneIssuer("file");

    /** Its keys are on a port of this machine. */
    static final LaneIssuer HTTP = new LaneIssuer("http");

    /** Its tokens are for groups alone. */
    static final LaneIssuer GROUPS = new LaneIssuer("groups", "Group");

    /** Nobody knows it. */
    public static final LaneIssuer STRANGER = new LaneIssuer("stranger");

    static final String AUDIENCE = "https://scim.example.com";

    private final String name;
    private final List<String> resourceTypes;
    private final KeyPair keys = keys();

    private LaneIssuer(String name, String... resourceTypes) {
        this.name = name;
        this.resourceTypes = List.of(resourceTypes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "urn:example:" + name;
    }

    /** What stands about it in the file with the issuers. */
    JsonObject entry(String jwks) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("issuer", issuer())
                .add("audience", AUDIENCE)
                .add("jwks", jwks)
                .add("rolesClaim", "scope")
                .add(
                        "roles",
                        Json.createObjectBuilder().add("write", "scim-admin").add("read", "scim-read"))
                .add("resourceTypes", Json.createArrayBuilder(resourceTypes))
                .build();
    }

    JsonObject keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] modulus = key.getModulus().toByteArray();
        JsonObjectBuilder jwk = Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("kid", name)
                .add("n", base64(Arrays.copyOfRange(modulus, modulus.length - 256, modulus.length)))
                .add("e", "AQAB");
        return Json.createObjectBuilder()
                .add("keys", Json.createArrayBuilder().add(jwk))
                .build();
    }

    /** A right token with these scopes. */
    public String token(String scope) {
        return signed(claims(scope).build());
    }

    /** The claims of a right token. */
    public JsonObjectBuilder claims(String scope) {
        return Json.createObjectBuilder()
                .add("iss", issuer())
                .add("aud", AUDIENCE)
                .add("client_id", "client")
                .add("scope", scope)
                .add("exp", Instant.now().plusSeconds(3_600).getEpochSecond());
    }

    /** A token that this issuer signed, whatever it says. */
    public String signed(JsonObject claims) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + name + "\"}";
        String input =
                base64(header.getBytes(UTF_8)) + "." + base64(claims.toString().getBytes(UTF_8));
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(input.getBytes(US_ASCII));
            return input + "." + base64(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

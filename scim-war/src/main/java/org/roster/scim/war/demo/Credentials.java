package org.roster.scim.war.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who may call the demo: drawn by lot at the first start and kept in {@code demo.env}, which a shell can read too.
 *
 * @param token bearer token that may do everything
 * @param password of the user {@code demo}
 */
record Credentials(String token, String password) {

    /** The administrator in the server's realm. */
    static final String USER = "demo";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;
    private static final int SALT_BYTES = 8;
    private static final int ROUNDS = 100;

    /** The credentials of this demo folder, new ones if it has none; {@code demo.env} then tells them and the base URL. */
    static Credentials of(DemoSettings settings) throws IOException {
        Path file = file(settings);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Credentials credentials = new Credentials(
                value(lines, "TOKEN").orElseGet(() -> random(TOKEN_BYTES)),
                value(lines, "LOGIN")
                        .map(login -> login.substring(login.indexOf(':') + 1))
                        .orElseGet(() -> random(PASSWORD_BYTES)));
        PrivateFile.write(file, credentials.asShellVariables(settings));
        return credentials;
    }

    /** The base URL that a demo in this folder has, or had. */
    static Optional<String> lastBaseUrl(DemoSettings settings) throws IOException {
        Path file = file(settings);
        return Files.exists(file) ? value(Files.readAllLines(file), "BASE") : Optional.empty();
    }

    /** User and password as {@code curl -u} takes them. */
    String login() {
        return USER + ":" + password;
    }

    /**
     * A line for the file realm of Payara: name, salted hash, group. The hash is what {@code asadmin create-file-user}
     * writes: SHA-256 of password and salt, and 99 times SHA-256 of that.
     */
    String realmLine(String group) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(password.getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha256.digest(salt);
            for (int round = 1; round < ROUNDS; round++) {
                hash = sha256.digest(hash);
            }
            byte[] hashAndSalt = Arrays.copyOf(hash, hash.length + salt.length);
            System.arraycopy(salt, 0, hashAndSalt, hash.length, salt.length);
            return USER + ";{SSHA256}" + Base64.getEncoder().encodeToString(hashAndSalt) + ";" + group + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the secrets, which a record would show. */
    @Override
    public String toString() {
        return "Credentials of " + USER;
    }

    private static Path file(DemoSettings settings) {
        return settings.directory().resolve("demo.env");
    }

    private String asShellVariables(DemoSettings settings) {
        return "# Written by the demo command. In a shell: . .roster/demo.env\n"
                + "BASE=" + settings.baseUrl() + "\n"
                + "TOKEN=" + token + "\n"
                + "LOGIN=" + login() + "\n";
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

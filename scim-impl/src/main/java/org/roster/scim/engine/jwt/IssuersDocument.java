package org.roster.scim.engine.jwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file with the issuers: a JSON array of objects, which {@link IssuerReader} reads. */
final class IssuersDocument {

    private static final JsonReaderFactory READERS =
            JsonProvider.provider().createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private IssuersDocument() {}

    /**
     * Reads the file.
     *
     * @param roles those that can be granted
     * @throws IllegalArgumentException if it cannot be read or there is a mistake in it; the message names the place
     */
    static List<Issuer> read(Path file, Set<String> roles) {
        String source = String.valueOf(file.getFileName());
        if (!(json(file, source) instanceof JsonArray array)) {
            throw new IllegalArgumentException(source + ": must be an array of issuers");
        }
        IssuerReader reader = new IssuerReader(file, roles);
        List<Issuer> issuers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Issuer issuer = reader.read(Entry.of(source + "[" + i + "]", array.get(i)));
            for (int other = 0; other < i; other++) {
                refuseTwice(source, issuers.get(other), other, issuer, i);
            }
            issuers.add(issuer);
        }
        return List.copyOf(issuers);
    }

    private static void refuseTwice(String source, Issuer one, int first, Issuer other, int second) {
        boolean names = one.name().equals(other.name());
        if (names || one.issuer().equals(other.issuer())) {
            throw new IllegalArgumentException(source + "[" + first + "] and [" + second + "] have the same \""
                    + (names ? "name" : "issuer") + "\"");
        }
    }

    private static JsonValue json(Path file, String source) {
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = READERS.createReader(in)) {
            return reader.readValue();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "roster.jwt.issuers is \"" + file + "\"; that is no file that can be read", e);
        } catch (JsonParsingException e) {
            throw new IllegalArgumentException(
                    source + ": not JSON, at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber(),
                    e);
        } catch (JsonException e) {
            throw new IllegalArgumentException(source + ": not JSON: " + e.getMessage(), e);
        }
    }
}

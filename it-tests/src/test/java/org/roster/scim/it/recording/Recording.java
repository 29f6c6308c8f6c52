package org.roster.scim.it.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One recorded request and what must come back.
 *
 * @param name folder and stem, {@code entra/09-disable-user}
 * @param request the raw request with its placeholders, lines ended by LF
 * @param expectation the whole document of the {@code .expect.json} file
 */
public record Recording(String name, String request, JsonObject expectation) {
    private static final String REQUEST_SUFFIX = ".http";

    /** The folders. */
    static List<String> folders() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.map(folder -> folder.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recordings of one folder, in the order of their numbers. */
    static List<Recording> in(String folder) {
        try (Stream<Path> files = Files.list(root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(REQUEST_SUFFIX))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence; the name of the test. */
    String title() {
        return expectation.getString("title");
    }

    /** Whose habits the service must know to understand it; empty when it needs none that the RFC reads otherwise. */
    Optional<String> client() {
        return Optional.ofNullable(expectation.getString("client", null));
    }

    /** The rules that it exercises. */
    List<String> tolerances() {
        return expectation.getJsonArray("tolerances").getValuesAs(JsonString::getString);
    }

    /** A part of the expectation, such as {@code house}; empty when the recording has none. */
    JsonObject part(String key) {
        return Optional.ofNullable(expectation.getJsonObject(key)).orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** The list under this key; empty when the recording has none. */
    List<JsonObject> list(String key) {
        return Optional.ofNullable(expectation.getJsonArray(key))
                .map(array -> array.getValuesAs(JsonObject.class))
                .orElse(List.of());
    }

    private static Recording read(String folder, Path file) {
        String stem = file.getFileName().toString().replace(REQUEST_SUFFIX, "");
        try (JsonReader json = Json.createReader(
                new StringReader(Files.readString(file.resolveSibling(stem + ".expect.json"), UTF_8)))) {
            return new Recording(folder + "/" + stem, Files.readString(file, UTF_8), json.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        URL root = Recording.class.getResource("/recordings");
        if (root == null) {
            throw new IllegalStateException("the recordings are not on the class path");
        }
        try {
            return folder(new URI(root.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(root.toString(), e);
        }
    }

    /** A folder, which may be in a jar; a jar that was opened stays open. */
    private static Path folder(URI place) {
        if (!place.getScheme().equals("jar")) {
            return Path.of(place);
        }
        synchronized (Recording.class) {
            try {
                return FileSystems.getFileSystem(place).provider().getPath(place);
            } catch (FileSystemNotFoundException closed) {
                try {
                    return FileSystems.newFileSystem(place, Map.of()).provider().getPath(place);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

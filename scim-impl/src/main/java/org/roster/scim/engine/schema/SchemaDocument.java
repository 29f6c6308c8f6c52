package org.roster.scim.engine.schema;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A JSON document that defines schemas and resource types.
 *
 * @param source what to call it in a message
 * @param json its content
 */
record SchemaDocument(String source, JsonValue json) {

    /** The name of such documents inside the deployment: one in each jar, and one in the WAR itself. */
    static final String RESOURCE = "META-INF/roster/schemas.json";

    private static final JsonReaderFactory READERS =
            JsonProvider.provider().createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    /** A document beside the classes of this package. */
    static SchemaDocument builtIn(String name) {
        try (InputStream in = Objects.requireNonNull(SchemaDocument.class.getResourceAsStream(name), name)) {
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files {@code *.json} of a folder, in the order of their names.
     *
     * @param within the path of the folder as a message names it, with a slash at the end; empty for {@code roster.schemas}
     */
    static List<SchemaDocument> in(Path folder, String within) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "roster.schemas is \"" + folder + "\"; that is no folder that can be read");
        }
        return names(folder).stream()
                .filter(name -> name.endsWith(".json"))
                .map(name -> read(folder.resolve(name), within + name))
                .toList();
    }

    /** The names of what is in a folder, in their order. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static SchemaDocument read(Path file, String source) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(source, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    /** Those of the deployment. */
    static List<SchemaDocument> in(ClassLoader deployment) {
        try {
            return Collections.list(deployment.getResources(RESOURCE)).stream()
                    .map(SchemaDocument::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of the deployment cannot be looked for", e);
        }
    }

    private static SchemaDocument read(URL resource) {
        try {
            URLConnection connection = resource.openConnection();
            // A cached jar would stay open, and be the old one after the next deployment.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return read(resource.toString(), in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static SchemaDocument read(String source, InputStream in) {
        try (JsonReader reader = READERS.createReader(in)) {
            return new SchemaDocument(source, reader.readValue());
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

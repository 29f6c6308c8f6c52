package org.roster.scim.engine.schema;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaRegistry;

/** The resource types that come with the product: documents beside this class, read at start. */
@Dependent
public class BuiltInSchemas {

    private static final String[] SCHEMAS = {"user.json", "group.json", "enterprise-user.json"};

    /**
     * Reads them.
     *
     * @return User and Group with their schemas
     */
    @Produces
    @Singleton
    public SchemaRegistry registry() {
        return load();
    }

    /**
     * Reads them, without a container.
     *
     * @return User and Group with their schemas
     */
    public static SchemaRegistry load() {
        Map<String, Schema> schemas = Stream.of(SCHEMAS)
                .map(name -> SchemaDocuments.read(document(name).asJsonObject()))
                .collect(Collectors.toMap(Schema::id, Function.identity()));
        return new SchemaRegistry(document("resource-types.json").asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(type -> ResourceTypeDocuments.read(type, schemas))
                .toList());
    }

    private static JsonValue document(String name) {
        try (InputStream in = Objects.requireNonNull(BuiltInSchemas.class.getResourceAsStream(name), name)) {
            return SchemaDocuments.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

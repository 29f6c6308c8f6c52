package org.roster.scim.engine.schema;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.spi.Tenant;

/**
 * What some tenants have beside what everybody has: the documents in {@code tenants/NAME} below the folder of the operator.
 * A URI means one schema, whoever uses it: two tenants may have the same schema, but not two of the same URI.
 *
 * @param common what everybody has
 * @param own what each of some tenants has, with what everybody has
 */
record TenantCatalogs(SchemaCatalog common, Map<String, SchemaCatalog> own) {

    private static final String FOLDER = "tenants";

    /** Reads the documents of tenants below a folder; there need not be any. */
    static TenantCatalogs read(SchemaCatalog common, Path folder) {
        Map<String, SchemaCatalog> own = new LinkedHashMap<>();
        Path tenants = folder.resolve(FOLDER);
        if (Files.exists(tenants)) {
            for (String name : SchemaDocument.names(tenants)) {
                String within = FOLDER + "/" + name;
                if (!Tenant.canBeCalled(name) || !Files.isDirectory(tenants.resolve(name))) {
                    throw new IllegalArgumentException(within
                            + " must be a folder with the name of a tenant, and the documents of this tenant in it");
                }
                own.put(name, common.copy().add(SchemaDocument.in(tenants.resolve(name), within + "/")));
            }
        }
        TenantCatalogs catalogs = new TenantCatalogs(common, own);
        catalogs.requireOneMeaning();
        return catalogs;
    }

    private void requireOneMeaning() {
        Map<String, JsonObject> meanings = new HashMap<>();
        Map<String, String> sources = new HashMap<>();
        for (SchemaCatalog catalog : own.values()) {
            catalog.schemasBeside(common).forEach((schema, source) -> {
                String urn = schema.id().toLowerCase(Locale.ROOT);
                JsonObject meaning = meaning(schema);
                @Nullable JsonObject known = meanings.putIfAbsent(urn, meaning);
                if (known != null && !known.equals(meaning)) {
                    throw new IllegalArgumentException(source + ": the schema " + schema.id() + " is another one in "
                            + sources.get(urn) + "; a URI must mean one schema for all tenants");
                }
                sources.putIfAbsent(urn, source);
            });
        }
    }

    private static JsonObject meaning(Schema schema) {
        return SchemaDocuments.write(schema);
    }

    /** All resource types of each tenant that has its own. */
    Map<String, List<ResourceType>> resourceTypes() {
        Map<String, List<ResourceType>> types = new LinkedHashMap<>();
        own.forEach((tenant, catalog) -> types.put(tenant, catalog.resourceTypes()));
        return types;
    }

    /** Schemas that nobody's resource types use, each with its document. */
    List<String> unused() {
        List<String> ofCommon = common.unused().stream()
                .filter(schema -> own.values().stream().allMatch(c -> c.unused().contains(schema)))
                .toList();
        Stream<String> ofTenants = own.values().stream()
                .flatMap(catalog -> catalog.unused().stream())
                .filter(schema -> !common.unused().contains(schema));
        return Stream.concat(ofCommon.stream(), ofTenants).toList();
    }
}

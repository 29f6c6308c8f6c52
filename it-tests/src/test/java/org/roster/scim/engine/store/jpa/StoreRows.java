package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.roster.scim.schema.ResourceType;

/**
 * The rows that the store writes for a new resource, by the store's own code, for a loader that takes another way into the
 * database. The one class of the tests that stands in a package of the engine.
 */
public final class StoreRows {

    /** Each table with its columns, in the order in which {@link #of} gives them. */
    public static final Map<String, String> COLUMNS = Map.of(
            "scim_resource", "id, tenant, type, version, created, last_modified, display, document",
            "scim_value", "resource_id, index_key, element, tenant, sort_first, full_value",
            "scim_unique", "tenant, attribute, value_key, resource_id",
            "scim_member", "group_id, member_id");

    /** A resource that nobody has changed since it was created. */
    public record NewResource(String id, String tenant, long created, ResourceType type, JsonObject document) {}

    /** Takes one row. */
    public interface Sink {
        void row(String table, Object... values);
    }

    private StoreRows() {}

    /** Makes the tables. */
    public static void migrate(DataSource dataSource) throws SQLException {
        SchemaMigration.migrate(dataSource);
    }

    /** An id for a resource that is created at this moment, in milliseconds since 1970. */
    public static String idAt(long millis) {
        return TimeOrderedId.at(millis);
    }

    /** The rows of a resource and of its members; its document does not have them. */
    public static void of(NewResource resource, List<String> members, Sink sink) {
        long created = resource.created();
        String id = resource.id();
        String tenant = resource.tenant();
        ResourceType type = resource.type();
        JsonObject document = resource.document();
        String display = JpaResourceStore.display(type, document);
        String text = DocumentText.write(document);
        sink.row("scim_resource", id, tenant, type.name(), 1L, created, created, display, text);
        for (IndexEntry entry : ResourceIndex.entries(type, document)) {
            int sortFirst = entry.sortFirst() ? 1 : 0;
            String full = entry.fullValue().orElse(null);
            sink.row("scim_value", id, entry.key(), entry.element(), tenant, sortFirst, full);
        }
        for (UniqueValue value : ResourceIndex.uniqueValues(type, document)) {
            sink.row("scim_unique", tenant, value.attribute(), value.key(), id);
        }
        members.forEach(member -> sink.row("scim_member", id, member));
    }
}

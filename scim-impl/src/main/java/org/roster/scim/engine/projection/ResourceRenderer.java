package org.roster.scim.engine.projection;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/**
 * Turns a resource into the JSON that a client sees: the attributes that the projection wants, {@code schemas} as they
 * follow from them, {@code meta} with location and entity tag, and {@code $ref} beside each {@code value} that is an id.
 *
 * @param registry to find the endpoint of a referenced resource
 * @param baseUrl as the client knows it, without a slash at the end
 */
public record ResourceRenderer(SchemaRegistry registry, String baseUrl) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String REF = "$ref";

    /**
     * Renders a resource.
     *
     * @param resource from the store
     * @param type its type
     * @param projection what is wanted of it
     * @return the representation
     */
    public JsonObject render(ScimResource resource, ResourceType type, Projection projection) {
        JsonObjectBuilder attributes = JSON.createObjectBuilder();
        type.schema()
                .attributes()
                .forEach(a -> attribute(AttributePath.of(a.name()), a, resource, projection, type)
                        .ifPresent(v -> attributes.add(a.name(), v)));
        JsonArrayBuilder schemas = JSON.createArrayBuilder().add(type.schema().id());
        type.extensions().forEach(extension -> {
            String urn = extension.schema().id();
            JsonObjectBuilder members = JSON.createObjectBuilder();
            extension
                    .schema()
                    .attributes()
                    .forEach(a -> attribute(AttributePath.of(a.name()).in(urn), a, resource, projection, type)
                            .ifPresent(v -> members.add(a.name(), v)));
            JsonObject rendered = members.build();
            if (!rendered.isEmpty()) {
                attributes.add(urn, rendered);
                schemas.add(urn);
            }
        });
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("schemas", schemas).add("id", resource.id());
        attribute(AttributePath.of("externalId"), CommonAttributes.EXTERNAL_ID, resource, projection, type)
                .ifPresent(v -> json.add("externalId", v));
        json.addAll(attributes);
        meta(resource, type, projection).ifPresent(m -> json.add("meta", m));
        return json.build();
    }

    /**
     * The URL of a resource.
     *
     * @param type its type
     * @param id its id
     * @return absolute
     */
    public String location(ResourceType type, String id) {
        return baseUrl + type.endpoint() + "/" + id;
    }

    private Optional<JsonValue> meta(ScimResource resource, ResourceType type, Projection projection) {
        Meta meta = resource.meta();
        JsonObject whole = JSON.createObjectBuilder()
                .add("resourceType", meta.resourceType())
                .add("created", DateTimes.wire(meta.created()))
                .add("lastModified", DateTimes.wire(meta.lastModified()))
                .add("location", location(type, resource.id()))
                .add("version", EntityTag.of(meta.version()))
                .build();
        ResolvedPath path = type.resolve(AttributePath.of("meta")).orElseThrow();
        return projection.wants(path) ? Optional.of(element(path, whole, projection)) : Optional.empty();
    }

    private Optional<JsonValue> attribute(
            AttributePath name, Attribute attribute, ScimResource resource, Projection projection, ResourceType type) {
        Optional<ResolvedPath> path = type.resolve(name).filter(projection::wants);
        @Nullable
        JsonValue holder = name.schema().isPresent()
                ? resource.attributes().get(name.schema().get())
                : resource.attributes();
        @Nullable JsonValue value = holder instanceof JsonObject object ? object.get(name.name()) : null;
        if (path.isEmpty() || value == null || Unassigned.is(value)) {
            return Optional.empty();
        }
        if (!attribute.complex()) {
            return Optional.of(value);
        }
        if (!(value instanceof JsonArray array)) {
            return Optional.of(element(path.get(), value.asJsonObject(), projection))
                    .filter(v -> !Unassigned.is(v));
        }
        JsonArrayBuilder elements = JSON.createArrayBuilder();
        array.forEach(e -> elements.add(element(path.get(), e.asJsonObject(), projection)));
        return Optional.of(elements.build());
    }

    private JsonValue element(ResolvedPath path, JsonObject element, Projection projection) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        for (Attribute sub : path.attribute().subAttributes()) {
            boolean wanted = path.sub(sub.name()).filter(projection::wantsSub).isPresent();
            @Nullable JsonValue value = sub.name().equals(REF) ? ref(sub, element) : element.get(sub.name());
            if (wanted && value != null) {
                json.add(sub.name(), value);
            }
        }
        return json.build();
    }

    /** The URL of the resource whose id the element's {@code value} is, or the URI that was sent. */
    private @Nullable JsonValue ref(Attribute ref, JsonObject element) {
        if (ref.type() == AttributeType.REFERENCE && element.get("value") instanceof JsonString id) {
            String named = element.getString("type", "");
            return ref.referenceTypes().stream()
                    .filter(t -> ref.referenceTypes().size() == 1 || t.equals(named))
                    .flatMap(t -> registry.byName(t).stream())
                    .findFirst()
                    .<JsonValue>map(t -> JSON.createValue(location(t, id.getString())))
                    .orElse(element.get(REF));
        }
        return element.get(REF);
    }
}

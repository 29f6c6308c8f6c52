package org.roster.scim.engine.projection;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.projection.Shape.MetaMember;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;

/**
 * Writes resources into one text, and remembers what those behind each other have in common: their shape and where their
 * references point. Not thread-safe.
 */
public final class Rendering {

    private static final byte[] SCHEMAS = ascii("{\"schemas\":[");
    private static final byte[] ID = ascii("],\"id\":");
    private static final byte[] META = ascii(",\"meta\":{");

    private final ResourceRenderer renderer;
    private final JsonBuffer out;
    private final AttributeText attributes;
    private @Nullable Projection lastProjection;
    private @Nullable ResourceType lastType;
    private @Nullable Shape lastShape;

    Rendering(ResourceRenderer renderer, JsonBuffer out) {
        this.renderer = renderer;
        this.out = out;
        this.attributes = new AttributeText(out, renderer::target);
    }

    private static byte[] ascii(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Renders a resource behind what there is already.
     *
     * @param resource from the store
     * @param type its type
     * @param projection what is wanted of it
     */
    public void append(ScimResource resource, ResourceType type, Projection projection) {
        Shape shape = shape(type, projection);
        attributes(resource, shape);
        meta(resource, type, shape);
    }

    private Shape shape(ResourceType type, Projection projection) {
        @Nullable Shape shape = type == lastType && projection.equals(lastProjection) ? lastShape : null;
        if (shape == null) {
            shape = renderer.shapes().of(type, projection);
            lastShape = shape;
            lastType = type;
            lastProjection = projection;
        }
        return shape;
    }

    /** From the brace on. */
    void attributes(ScimResource resource, Shape shape) {
        int open = out.append(SCHEMAS).length();
        int schemas = out.append(shape.schema()).length();
        out.append(ID).string(resource.id());
        attributes.writeAll(utf8(resource), shape, open, extension -> out.insert(schemas, extension.behindOthers()));
    }

    /** The elements of the only attribute, each behind a comma, and the bracket behind the last one. */
    void elements(ScimResource resource, Shape shape) {
        int from = out.append(',').length();
        attributes.writeAll(utf8(resource), shape, from, extension -> {});
        out.remove(from, out.indexOf('[', from) + 1);
    }

    private static byte[] utf8(ScimResource resource) {
        return resource.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Behind the attributes, and the end. */
    void meta(ScimResource resource, ResourceType type, Shape shape) {
        if (!shape.meta().isEmpty()) {
            int open = out.append(META).length();
            for (MetaMember member : shape.meta()) {
                meta(member, resource, type, open);
            }
            out.append('}');
        }
        out.append('}');
    }

    private void meta(MetaMember member, ScimResource resource, ResourceType type, int open) {
        Meta meta = resource.meta();
        if (member.name().equals("version") && meta.version().isEmpty()) {
            return;
        }
        out.separate(open).append(member.json()).append(':');
        switch (member.name()) {
            case "resourceType" -> out.string(meta.resourceType());
            case "created" -> out.string(DateTimes.wire(meta.created()));
            case "lastModified" -> out.string(DateTimes.wire(meta.lastModified()));
            case "location" -> out.string(renderer.location(type, resource.id()));
            case "version" -> out.string(EntityTag.of(meta.version()));
            default -> throw new IllegalStateException("meta has no " + member.name());
        }
    }
}

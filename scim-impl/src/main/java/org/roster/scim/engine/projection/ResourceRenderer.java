package org.roster.scim.engine.projection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.json.JsonWalk;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.LongResource;

/**
 * Turns a resource into the JSON that a client sees: the attributes that the projection wants, {@code schemas} as they
 * follow from them, {@code meta} with location and entity tag, and {@code $ref} beside each {@code value} that is an id. It
 * copies pieces of the resource's text and makes no values of them.
 *
 * @param registry to find the endpoint of a referenced resource
 * @param baseUrl as the client knows it, without a slash at the end
 * @param shapes remembers what projections want
 */
public record ResourceRenderer(SchemaRegistry registry, String baseUrl, Shapes shapes) {

    private static final int AROUND_A_RESOURCE = 600;

    /**
     * Renders a resource.
     *
     * @param resource from the store
     * @param type its type
     * @param projection what is wanted of it
     * @return the representation, JSON in UTF-8
     */
    public byte[] render(ScimResource resource, ResourceType type, Projection projection) {
        JsonBuffer out = new JsonBuffer(resource.text().length() + AROUND_A_RESOURCE);
        render(resource, type, projection, out);
        return out.toBytes();
    }

    /**
     * Renders a resource behind what there is already.
     *
     * @param resource from the store
     * @param type its type
     * @param projection what is wanted of it
     * @param out takes the representation
     */
    public void render(ScimResource resource, ResourceType type, Projection projection, JsonBuffer out) {
        Shape shape = shapes.of(type, projection);
        attributes(resource, type, shape, out);
        meta(resource, type, shape.meta(), out);
    }

    /**
     * Renders a resource piece by piece.
     *
     * @param resource from the store; there is more of it than its beginning
     * @param type its type
     * @param projection what is wanted of it, the attribute that comes in pieces included
     * @param out takes the representation, JSON in UTF-8
     * @throws IOException if {@code out} takes no more
     */
    public void render(LongResource resource, ResourceType type, Projection projection, OutputStream out)
            throws IOException {
        Shape shape = shapes.of(type, projection);
        ScimResource beginning = resource.beginning();
        JsonBuffer piece = new JsonBuffer(beginning.text().length() + AROUND_A_RESOURCE);
        attributes(beginning, type, shape, piece);
        while (resource.more().hasNext()) {
            // The list goes on, so its bracket comes later.
            piece.truncate(piece.length() - 1);
            piece.writeTo(out);
            piece = new JsonBuffer(piece.length());
            elements(resource.more().next(), shape, piece);
        }
        meta(beginning, type, shape.meta(), piece);
        piece.writeTo(out);
    }

    private void attributes(ScimResource resource, ResourceType type, Shape shape, JsonBuffer out) {
        byte[] text = resource.text().getBytes(StandardCharsets.UTF_8);
        int open = out.append("{").length();
        out.append("\"schemas\":[").string(type.schema().id());
        int schemas = out.length();
        out.append("],\"id\":").string(resource.id());
        new AttributeText(text, out, this::target)
                .writeAll(
                        new JsonWalk(text, 0),
                        shape,
                        open,
                        urn -> out.insert(schemas, "," + new JsonBuffer(80).string(urn)));
    }

    /** The elements of the only attribute, each behind a comma, and the bracket behind the last one. */
    private void elements(ScimResource resource, Shape shape, JsonBuffer out) {
        byte[] text = resource.text().getBytes(StandardCharsets.UTF_8);
        JsonBuffer attribute = new JsonBuffer(text.length);
        new AttributeText(text, attribute, this::target).writeAll(new JsonWalk(text, 0), shape, 0, urn -> {});
        out.append(",").append(attribute, attribute.indexOf('[') + 1);
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

    /** Where a reference to one of some types points, before the id; {@code named} is the type that stands beside it. */
    private Optional<String> target(List<String> types, String named) {
        String type = types.size() == 1 ? types.get(0) : named;
        return types.contains(type) ? registry.byName(type).map(t -> baseUrl + t.endpoint() + "/") : Optional.empty();
    }

    /** Behind the attributes, and the end. */
    private void meta(ScimResource resource, ResourceType type, Set<String> members, JsonBuffer out) {
        if (members.isEmpty()) {
            out.append("}");
            return;
        }
        Meta meta = resource.meta();
        out.append(",\"meta\":{");
        int open = out.length();
        for (String member : members) {
            if (member.equals("version") && meta.version().isEmpty()) {
                continue;
            }
            out.member(member, open)
                    .string(
                            switch (member) {
                                case "resourceType" -> meta.resourceType();
                                case "created" -> DateTimes.wire(meta.created());
                                case "lastModified" -> DateTimes.wire(meta.lastModified());
                                case "location" -> location(type, resource.id());
                                case "version" -> EntityTag.of(meta.version());
                                default -> throw new IllegalStateException("meta has no " + member);
                            });
        }
        out.append("}}");
    }
}

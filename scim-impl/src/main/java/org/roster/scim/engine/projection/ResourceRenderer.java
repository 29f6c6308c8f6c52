package org.roster.scim.engine.projection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
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

    /** What references take beside ids is about such a part of a text. */
    private static final int REFERENCES = 3;

    /**
     * Renders a resource.
     *
     * @param resource from the store
     * @param type its type
     * @param projection what is wanted of it
     * @return the representation, JSON in UTF-8
     */
    public byte[] render(ScimResource resource, ResourceType type, Projection projection) {
        JsonBuffer out = new JsonBuffer(length(resource));
        into(out).append(resource, type, projection);
        return out.toBytes();
    }

    /**
     * Renders resources behind what there is already.
     *
     * @param out takes the representations
     * @return takes the resources
     */
    public Rendering into(JsonBuffer out) {
        return new Rendering(this, out);
    }

    /**
     * How long a representation will be.
     *
     * @param resource from the store
     * @return about so many bytes
     */
    public static int length(ScimResource resource) {
        int text = resource.text().length();
        return text + text / REFERENCES + AROUND_A_RESOURCE;
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
        JsonBuffer piece = new JsonBuffer(length(beginning));
        Rendering rendering = into(piece);
        rendering.attributes(beginning, shape);
        while (resource.more().hasNext()) {
            // The list goes on, so its bracket comes later.
            piece.truncate(piece.length() - 1);
            piece.writeTo(out);
            piece.truncate(0);
            rendering.elements(resource.more().next(), shape);
        }
        rendering.meta(beginning, type, shape);
        piece.writeTo(out);
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
    Optional<String> target(List<String> types, String named) {
        String type = types.size() == 1 ? types.get(0) : named;
        return types.contains(type) ? registry.byName(type).map(t -> baseUrl + t.endpoint() + "/") : Optional.empty();
    }
}

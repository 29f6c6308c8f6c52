package org.roster.scim.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A schema: a URI and the attributes it defines. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public final class Schema {

    private final String id;
    private final String name;
    private final String description;
    private final List<Attribute> attributes;
    private final Map<String, Attribute> byName;
    private final Attribute whole;

    /**
     * Makes a schema.
     *
     * @param id its URI
     * @param name for people; may be empty
     * @param description for people; may be empty
     * @param attributes its attributes, in the order in which they are published
     * @throws IllegalArgumentException if two names are equal without case
     */
    public Schema(String id, String name, String description, List<Attribute> attributes) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.attributes = List.copyOf(attributes);
        this.byName = this.attributes.stream()
                .collect(Collectors.toUnmodifiableMap(a -> a.name().toLowerCase(Locale.ROOT), a -> a, (a, b) -> {
                    throw new IllegalArgumentException("schema " + id + " has two attributes " + a.name());
                }));
        this.whole = Attribute.named(id)
                .type(AttributeType.COMPLEX)
                .subAttributes(this.attributes)
                .build();
    }

    /**
     * The schema's URI.
     *
     * @return for instance {@code urn:ietf:params:scim:schemas:core:2.0:User}
     */
    public String id() {
        return id;
    }

    /**
     * The name for people.
     *
     * @return may be empty
     */
    public String name() {
        return name;
    }

    /**
     * The description for people.
     *
     * @return may be empty
     */
    public String description() {
        return description;
    }

    /**
     * The attributes.
     *
     * @return in the order in which they are published
     */
    public List<Attribute> attributes() {
        return attributes;
    }

    /**
     * Finds an attribute.
     *
     * @param attributeName its name, in any case
     * @return empty if the schema has none
     */
    public Optional<Attribute> attribute(String attributeName) {
        return Optional.ofNullable(byName.get(attributeName.toLowerCase(Locale.ROOT)));
    }

    /**
     * The schema as it stands in a resource that it extends: a complex attribute with the schema's URI as its name (RFC 7643
     * §3.3).
     *
     * @return its sub-attributes are those of the schema
     */
    public Attribute whole() {
        return whole;
    }

    @Override
    public String toString() {
        return id;
    }
}

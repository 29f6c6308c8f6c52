package org.roster.scim.mapping;

/**
 * An attribute that has the same value in each resource. It is read-only.
 *
 * @param attribute its path
 * @param value text, truth value, number or {@link java.time.Instant}
 */
public record ConstantMapping(String attribute, Object value) implements AttributeMapping {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.constant(this);
    }
}

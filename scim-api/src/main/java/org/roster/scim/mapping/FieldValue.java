package org.roster.scim.mapping;

/**
 * A field of an entity, and a value that it has or gets.
 *
 * @param field name of a persistent attribute; with dots, where it is embedded
 * @param value of the field's type
 */
public record FieldValue(String field, Object value) {}

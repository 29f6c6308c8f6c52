package org.roster.scim.schema;

/**
 * A schema that adds attributes to a resource type.
 *
 * @param schema the schema; its attributes live in an object named by its URI
 * @param required whether every resource of the type must have it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-3.3">RFC 7643 §3.3</a>
 */
public record SchemaExtension(Schema schema, boolean required) {}

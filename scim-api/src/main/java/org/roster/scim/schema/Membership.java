package org.roster.scim.schema;

import java.util.Optional;

/**
 * Says that a multi-valued attribute of a resource type lists other resources, so that a store may keep it as rows
 * instead of text. This is data of the resource type: no code knows that it is {@code members} of {@code Group}.
 *
 * @param attribute name of the attribute in the core schema, for instance {@code members}; complex, its {@code value}
 *     holds an id
 * @param inverse name of the readOnly attribute in the core schema of the listed resources that shows the other
 *     direction, for instance {@code groups}; empty if there is none
 */
public record Membership(String attribute, Optional<String> inverse) {}

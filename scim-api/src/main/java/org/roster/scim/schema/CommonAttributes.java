package org.roster.scim.schema;

import java.util.List;

/**
 * The attributes that every resource has although no schema lists them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-3.1">RFC 7643 §3.1</a>
 */
public final class CommonAttributes {

    /** {@code schemas}: the schemas in use by a resource; kept by the server (RFC 7643 §3). */
    public static final Attribute SCHEMAS = Attribute.named("schemas")
            .type(AttributeType.REFERENCE)
            .referenceTypes(List.of("uri"))
            .multiValued(true)
            .description("The schemas in use by the resource.")
            .required(true)
            .mutability(Mutability.READ_ONLY)
            .returned(Returned.ALWAYS)
            .build();

    /** {@code id}: assigned by the server, never changed. */
    public static final Attribute ID = Attribute.named("id")
            .description("Identifier that the service provider assigns.")
            .caseExact(true)
            .mutability(Mutability.READ_ONLY)
            .returned(Returned.ALWAYS)
            .uniqueness(Uniqueness.SERVER)
            .build();

    /** {@code externalId}: the client's own identifier. */
    public static final Attribute EXTERNAL_ID = Attribute.named("externalId")
            .description("Identifier that the provisioning client assigns.")
            .caseExact(true)
            .build();

    /** {@code meta}: what the server knows about the resource. */
    public static final Attribute META = Attribute.named("meta")
            .type(AttributeType.COMPLEX)
            .description("Metadata, kept by the service provider.")
            .mutability(Mutability.READ_ONLY)
            .subAttributes(List.of(
                    meta("resourceType").caseExact(true).build(),
                    meta("created").type(AttributeType.DATE_TIME).build(),
                    meta("lastModified").type(AttributeType.DATE_TIME).build(),
                    meta("location")
                            .type(AttributeType.REFERENCE)
                            .referenceTypes(List.of("uri"))
                            .caseExact(true)
                            .build(),
                    meta("version").caseExact(true).build()))
            .build();

    /** All of them, in the order in which they are written. */
    public static final List<Attribute> ALL = List.of(SCHEMAS, ID, EXTERNAL_ID, META);

    private CommonAttributes() {}

    private static Attribute.Builder meta(String name) {
        return Attribute.named(name).mutability(Mutability.READ_ONLY);
    }
}

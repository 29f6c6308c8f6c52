package org.roster.scim.testing;

import java.util.List;
import java.util.Optional;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.schema.Uniqueness;

/**
 * User, Group and EnterpriseUser, cut down to what tests need, with attributes of every type and {@code returned} added
 * that the standard schemas lack.
 */
public final class Types {

    public static final String USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP_URN = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final Schema USER_SCHEMA = new Schema(
            USER_URN,
            "User",
            "User Account",
            List.of(
                    text("userName")
                            .required(true)
                            .uniqueness(Uniqueness.SERVER)
                            .build(),
                    complex(
                                    "name",
                                    text("familyName").build(),
                                    text("givenName").build())
                            .build(),
                    text("displayName").build(),
                    text("title").build(),
                    text("userType").build(),
                    text("badge").caseExact(true).build(),
                    typed("active", AttributeType.BOOLEAN).build(),
                    typed("logins", AttributeType.INTEGER).build(),
                    typed("quota", AttributeType.DECIMAL).build(),
                    typed("hired", AttributeType.DATE_TIME).build(),
                    typed("photo", AttributeType.BINARY).caseExact(true).build(),
                    typed("profileUrl", AttributeType.REFERENCE)
                            .referenceTypes(List.of("external"))
                            .caseExact(true)
                            .build(),
                    text("tags").multiValued(true).build(),
                    typed("floors", AttributeType.INTEGER).multiValued(true).build(),
                    complex(
                                    "emails",
                                    text("value").build(),
                                    text("display").build(),
                                    text("type")
                                            .canonicalValues(List.of("work", "home"))
                                            .build(),
                                    typed("primary", AttributeType.BOOLEAN).build(),
                                    typed("verified", AttributeType.DATE_TIME).build())
                            .multiValued(true)
                            .build(),
                    complex(
                                    "groups",
                                    readOnly(text("value").caseExact(true)),
                                    readOnly(reference("Group")),
                                    readOnly(text("display")))
                            .multiValued(true)
                            .mutability(Mutability.READ_ONLY)
                            .build(),
                    text("password")
                            .mutability(Mutability.WRITE_ONLY)
                            .returned(Returned.NEVER)
                            .build(),
                    text("biography").returned(Returned.REQUEST).build(),
                    complex(
                                    "badges",
                                    text("value").returned(Returned.ALWAYS).build(),
                                    text("colour").build(),
                                    text("history").returned(Returned.REQUEST).build(),
                                    text("pin").returned(Returned.NEVER).build())
                            .multiValued(true)
                            .build()));

    private static final Schema ENTERPRISE_SCHEMA = new Schema(
            ENTERPRISE_URN,
            "EnterpriseUser",
            "Enterprise User",
            List.of(
                    text("employeeNumber").build(),
                    text("department").build(),
                    complex(
                                    "manager",
                                    text("value").caseExact(true).build(),
                                    reference("User").build(),
                                    readOnly(text("displayName")))
                            .build()));

    private static final Schema GROUP_SCHEMA = new Schema(
            GROUP_URN,
            "Group",
            "Group",
            List.of(
                    text("displayName").required(true).build(),
                    complex(
                                    "members",
                                    immutable(text("value").caseExact(true)),
                                    immutable(reference("User", "Group")),
                                    immutable(text("type").canonicalValues(List.of("User", "Group"))),
                                    readOnly(text("display")))
                            .multiValued(true)
                            .build()));

    public static final ResourceType USER = ResourceType.of("User", "/Users", USER_SCHEMA)
            .description("User Account")
            .extensions(List.of(new SchemaExtension(ENTERPRISE_SCHEMA, false)))
            .displayAttributes(List.of("displayName", "userName"))
            .build();

    public static final ResourceType GROUP = ResourceType.of("Group", "/Groups", GROUP_SCHEMA)
            .membership(new Membership("members", Optional.of("groups")))
            .displayAttributes(List.of("displayName"))
            .build();

    public static final SchemaRegistry REGISTRY = new SchemaRegistry(List.of(USER, GROUP));

    private Types() {}

    private static Attribute.Builder text(String name) {
        return Attribute.named(name);
    }

    private static Attribute.Builder typed(String name, AttributeType type) {
        return Attribute.named(name).type(type);
    }

    private static Attribute.Builder complex(String name, Attribute... subAttributes) {
        return typed(name, AttributeType.COMPLEX).subAttributes(List.of(subAttributes));
    }

    private static Attribute.Builder reference(String... to) {
        return typed("$ref", AttributeType.REFERENCE)
                .referenceTypes(List.of(to))
                .caseExact(true);
    }

    private static Attribute readOnly(Attribute.Builder attribute) {
        return attribute.mutability(Mutability.READ_ONLY).build();
    }

    private static Attribute immutable(Attribute.Builder attribute) {
        return attribute.mutability(Mutability.IMMUTABLE).build();
    }
}

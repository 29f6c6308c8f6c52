package org.roster.scim.engine.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Operation;

/**
 * Reads the roles of an operator: a JSON object with a member for each role, in it {@code operations}, {@code resourceTypes},
 * {@code read} and {@code write}. A mistake ends the start with a sentence.
 *
 * @param registry has the names that there can be
 */
record PolicyFile(SchemaRegistry registry) {

    private static final Set<String> MEMBERS = Set.of("operations", "resourceTypes", "read", "write");

    static Map<String, RoleGrant> read(Path file, SchemaRegistry registry) {
        try {
            JsonObject roles = new JsonDecoder(JsonLimits.DEFAULT).decode(Files.readAllBytes(file));
            return new PolicyFile(registry).grants(roles);
        } catch (IOException e) {
            throw new IllegalStateException("SCIM03008 The policy " + file + " cannot be read", e);
        } catch (ScimException | IllegalArgumentException e) {
            throw new IllegalStateException("SCIM03008 The policy " + file + " cannot be used. " + e.getMessage(), e);
        }
    }

    private Map<String, RoleGrant> grants(JsonObject roles) {
        Map<String, RoleGrant> grants = new LinkedHashMap<>();
        roles.forEach((role, grant) -> {
            if (!role.matches("[A-Za-z0-9._-]{1,64}") || Roles.ALL.contains(role)) {
                throw new IllegalArgumentException("\"" + role
                        + "\" cannot be the name of a role: it must have letters, digits, dots, hyphens and underscores, "
                        + "and be none of " + String.join(", ", new TreeSet<>(Roles.ALL)));
            }
            if (!(grant instanceof JsonObject object)) {
                throw new IllegalArgumentException("role \"" + role + "\" must be an object");
            }
            grants.put(role, grant("role \"" + role + "\"", object));
        });
        return grants;
    }

    private RoleGrant grant(String role, JsonObject grant) {
        grant.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(role + " has a member \"" + unknown + "\"; there are "
                            + String.join(", ", new TreeSet<>(MEMBERS)));
                });
        Set<String> types = Set.copyOf(texts(role, grant, "resourceTypes"));
        types.stream()
                .filter(name ->
                        registry.ofAllTenants().stream().noneMatch(t -> t.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(role + ": there is no resource type \"" + unknown + "\"");
                });
        return new RoleGrant(
                operations(role, texts(role, grant, "operations")),
                types,
                names(role, types, texts(role, grant, "read")),
                wholeLists(role, names(role, types, texts(role, grant, "write"))));
    }

    private static Set<Operation> operations(String role, List<String> names) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (String name : names) {
            Operation operation = EnumSet.allOf(Operation.class).stream()
                    .filter(o -> keyword(o).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(role + ": there is no operation \"" + name
                            + "\"; there are "
                            + EnumSet.allOf(Operation.class).stream()
                                    .map(PolicyFile::keyword)
                                    .collect(Collectors.joining(", "))));
            operations.add(operation);
        }
        return Set.copyOf(operations);
    }

    private static String keyword(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private AttributeNames names(String role, Set<String> types, List<String> names) {
        boolean all = names.contains("*");
        Set<String> named = names.stream().filter(n -> !n.equals("*")).collect(Collectors.toSet());
        if (all && !named.stream().allMatch(n -> n.startsWith("!"))) {
            throw new IllegalArgumentException(role + ": beside \"*\" only exceptions can stand, such as \"!roles\"");
        }
        if (!all && named.stream().anyMatch(n -> n.startsWith("!"))) {
            throw new IllegalArgumentException(role + ": an exception such as \"!roles\" needs \"*\" beside it");
        }
        Set<String> bare =
                named.stream().map(n -> n.startsWith("!") ? n.substring(1) : n).collect(Collectors.toSet());
        bare.stream().filter(name -> !isAttribute(types, name)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(role + ": none of its resource types has an attribute \"" + unknown
                    + "\" (those of an extension with the URI of its schema)");
        });
        return new AttributeNames(all, bare);
    }

    private boolean isAttribute(Set<String> types, String name) {
        return registry.ofAllTenants().stream()
                .filter(type -> types.isEmpty() || types.contains(type.name()))
                .anyMatch(type -> type.resolve(name).isPresent());
    }

    /** A list that a store keeps apart from the rest is written or not, but not in part. */
    private AttributeNames wholeLists(String role, AttributeNames names) {
        names.names().stream().filter(this::isInsideList).findFirst().ifPresent(part -> {
            throw new IllegalArgumentException(role + ": \"" + part + "\" is a part of a list of members, which may be "
                    + "written as a whole or not at all");
        });
        return names;
    }

    private boolean isInsideList(String name) {
        return registry.ofAllTenants().stream()
                .anyMatch(type -> type.resolve(name)
                        .filter(path -> path.subAttribute().isPresent()
                                && type.membership()
                                        .filter(m -> m.attribute()
                                                .equals(path.parent().toString()))
                                        .isPresent())
                        .isPresent());
    }

    private static List<String> texts(String role, JsonObject grant, String member) {
        @Nullable JsonValue value = grant.get(member);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw new IllegalArgumentException(role + ": \"" + member + "\" must be a list of texts");
        }
        return array.getValuesAs(JsonString::getString);
    }
}

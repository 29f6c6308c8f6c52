package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * What the enterprise extension says of a user.
 *
 * @param employeeNumber as the organization assigned it
 * @param costCenter the name of a cost center
 * @param organization the name of an organization
 * @param division the name of a division
 * @param department the name of a department
 * @param manager the superior
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.3">RFC 7643 §4.3</a>
 */
public record EnterpriseUser(
        @JsonbProperty("employeeNumber") Optional<String> employeeNumber,
        @JsonbProperty("costCenter") Optional<String> costCenter,
        @JsonbProperty("organization") Optional<String> organization,
        @JsonbProperty("division") Optional<String> division,
        @JsonbProperty("department") Optional<String> department,
        @JsonbProperty("manager") Optional<ManagerReference> manager) {

    /** The URI below which a user has it. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
}

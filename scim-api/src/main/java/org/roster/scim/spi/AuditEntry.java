package org.roster.scim.spi;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An attempt as it stands in the audit.
 *
 * @param place where it stands; opaque
 * @param attempt what was tried
 * @param version of the resource afterwards, if the attempt changed one
 * @param change what changed: JSON as the journal has it, without secrets; empty if nothing did
 */
public record AuditEntry(String place, Attempt attempt, OptionalLong version, Optional<String> change) {}

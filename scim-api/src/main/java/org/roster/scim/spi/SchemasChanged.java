package org.roster.scim.spi;

/**
 * Fired as CDI event by a product whose {@link SchemaProvider} answers differently from now on. When {@code fire} returns,
 * requests see the new schemas; if something is wrong with them it throws an {@link IllegalArgumentException} that says
 * what, and everything stays as it was. Documents are read again too. Resources of a type that is gone are kept and can
 * be reached when it is back.
 */
public record SchemasChanged() {}

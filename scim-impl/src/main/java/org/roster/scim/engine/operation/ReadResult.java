package org.roster.scim.engine.operation;

import org.roster.scim.query.Projection;
import org.roster.scim.spi.LongResource;

/**
 * A resource that was read.
 *
 * @param resource which may come in pieces
 * @param shown what the answer has of it: what was asked for, as far as the caller may see it
 */
public record ReadResult(LongResource resource, Projection shown) {}

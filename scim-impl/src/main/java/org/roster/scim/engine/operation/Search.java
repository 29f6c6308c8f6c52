package org.roster.scim.engine.operation;

import java.util.Optional;
import org.roster.scim.query.Query;

/**
 * What a query request asks for.
 *
 * @param query its filters as the RFC has them, not yet bound; by cursor it begins at the start
 * @param cursor what the client brings back for another page; empty for the first one, and by index
 */
public record Search(Query query, Optional<String> cursor) {}

package org.roster.scim.engine.cursor;

import java.util.OptionalLong;
import org.roster.scim.query.Position;

/**
 * What a client brings back for another page.
 *
 * @param position where the page begins
 * @param count of the first page; all pages of a walk have the same
 * @param totalResults as the first page told it: counting again would make every page as slow as the directory is large
 */
public record Cursor(Position position, int count, OptionalLong totalResults) {}

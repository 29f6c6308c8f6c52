package org.roster.scim.spi;

import java.util.Collections;
import java.util.Iterator;
import org.roster.scim.resource.ScimResource;

/**
 * A resource with a list that may be too long to be held at once, such as the members of a large group.
 *
 * @param beginning the resource; if there is more, the last attribute in its text is the list that goes on
 * @param more the next elements of that list: resources that have nothing else and one element at least. They are read while
 *     they are asked for, so what changes meanwhile may or may not be seen; an element that is there throughout comes once
 */
public record LongResource(ScimResource beginning, Iterator<ScimResource> more) {

    /**
     * A resource that is there already.
     *
     * @param resource all of it
     * @return the same
     */
    public static LongResource whole(ScimResource resource) {
        return new LongResource(resource, Collections.emptyIterator());
    }
}

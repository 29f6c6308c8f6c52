package org.roster.scim.engine.journal;

/**
 * A place in the order of the changes of a tenant. A reader keeps the place of the last change that it has dealt with.
 *
 * @param wave counted from 1
 * @param change id of the change
 * @param resource id of the resource
 */
public record Place(long wave, String change, String resource) {

    /** Before all changes. */
    public static final Place START = new Place(1, "", "");
}

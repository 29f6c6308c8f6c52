package org.roster.scim.event;

/** Something happens to a resource by a SCIM request. Sent as CDI event: observe one of the two kinds, or this for both. */
public sealed interface ResourceEvent permits ResourceChanging, ResourceChanged {

    /**
     * What happens.
     *
     * @return the same for both kinds of event
     */
    ResourceChange change();
}

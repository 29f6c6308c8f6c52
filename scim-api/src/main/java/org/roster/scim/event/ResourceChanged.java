package org.roster.scim.event;

/**
 * A resource has changed. Sent as CDI event after the transaction has committed, before the answer is sent, once for each
 * change that took effect and in the order of the changes of a request; never for what was refused, undone or without
 * effect. An exception of an observer is logged and changes nothing; observers that CDI would have called after it are not
 * called then. Each server of a cluster tells its own observers of the requests that it answered; if it dies between the
 * commit and the event, nobody is told, so whoever must not miss a change writes at {@link ResourceChanging}.
 *
 * @param change what has happened
 */
public record ResourceChanged(ResourceChange change) implements ResourceEvent {}

package org.roster.scim.event;

/**
 * A resource is about to change. Sent as CDI event in the transaction of the change: what an observer writes by JPA in the
 * same transaction takes effect with it or not at all. An observer that throws a
 * {@link org.roster.scim.error.ScimException} refuses the change: nothing is stored, the client gets this error, and the
 * audit says that it was refused. Anything else that is thrown undoes the change too, and the client gets a 500.
 *
 * <p>A transaction that lost against another one is tried again, and so is this event, with a fresh {@code before}: what an
 * observer does outside of the transaction may be done for nothing. That belongs to {@link ResourceChanged}.
 *
 * <p>If a store has no transactions (it is no {@link org.roster.scim.spi.ResourceStore.Atomic}), the event comes before the
 * change, and a resource that is to be created has no id yet: it is empty.
 *
 * @param change what is about to happen
 */
public record ResourceChanging(ResourceChange change) implements ResourceEvent {}

package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work on the database. */
public interface Transactions {

    /**
     * Runs work in a database transaction of its own: all of it is committed, or, if anything is thrown, nothing.
     *
     * @param work what to do
     * @param <T> what it returns
     * @return what the work returned
     * @throws jakarta.persistence.PersistenceException if the database refuses, also if it does so at the end
     * @throws jakarta.transaction.TransactionalException if the server cannot commit
     */
    <T> T call(Function<EntityManager, T> work);

    /**
     * Runs work that only reads. Each statement sees what is committed when it begins, so a transaction around them would
     * promise no more and cost a round trip. It may have a connection in hand all the while: work that begins a transaction or
     * another read would wait for a second one, and many such would wait for each other.
     *
     * @param work what to do
     * @param <T> what it returns
     * @return what the work returned
     * @throws jakarta.persistence.PersistenceException if the database refuses
     */
    <T> T read(Function<EntityManager, T> work);
}

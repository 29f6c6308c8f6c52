package org.roster.scim.war;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands the persistence unit of the WAR to the engine. */
@Dependent
public class Directory {

    @PersistenceContext(unitName = "scim")
    private EntityManager entityManager;

    @Produces
    @Named("scim.directory")
    EntityManager entityManager() {
        return entityManager;
    }
}

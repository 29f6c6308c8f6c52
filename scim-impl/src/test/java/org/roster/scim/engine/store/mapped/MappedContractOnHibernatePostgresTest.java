package org.roster.scim.engine.store.mapped;

class MappedContractOnHibernatePostgresTest extends MappedContract {

    MappedContractOnHibernatePostgresTest() {
        super(Product.On.HIBERNATE_POSTGRES);
    }
}

package org.roster.scim.engine.store.mapped;

class MappedContractOnEclipseLinkPostgresTest extends MappedContract {

    MappedContractOnEclipseLinkPostgresTest() {
        super(Product.On.ECLIPSELINK_POSTGRES);
    }
}

package org.roster.scim.engine.store.mapped;

class MappedContractOnHibernateH2Test extends MappedContract {

    MappedContractOnHibernateH2Test() {
        super(Product.On.HIBERNATE_H2);
    }

    /** H2 compares text by its UTF-16 units. */
    @Override
    public boolean ordersByCodePoints() {
        return false;
    }
}

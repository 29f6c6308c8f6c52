package org.roster.scim.engine.store.mapped;

class MappedContractOnEclipseLinkH2Test extends MappedContract {

    MappedContractOnEclipseLinkH2Test() {
        super(Product.On.ECLIPSELINK_H2);
    }

    /** H2 compares text by its UTF-16 units. */
    @Override
    public boolean ordersByCodePoints() {
        return false;
    }
}

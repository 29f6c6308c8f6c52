package org.roster.scim.engine.bulk;

/** What a part of the contract is given: somewhere to send bulk requests, without any resource at the beginning of a test. */
interface WithDesk {

    Desk desk();
}

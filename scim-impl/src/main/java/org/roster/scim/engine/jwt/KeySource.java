package org.roster.scim.engine.jwt;

import java.util.concurrent.CompletableFuture;

/** Where the keys of an issuer are read. */
@FunctionalInterface
interface KeySource {

    /** More than any issuer has, in bytes; a longer document is refused. */
    int LONGEST = 262_144;

    /**
     * Begins to read.
     *
     * @return the document; completed exceptionally if there is none, and always completed after some seconds
     */
    CompletableFuture<byte[]> read();
}

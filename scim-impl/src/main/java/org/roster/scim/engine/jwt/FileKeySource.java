package org.roster.scim.engine.jwt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Keys in a file, for an issuer that this server cannot reach.
 *
 * @param file a JWK Set
 */
record FileKeySource(Path file) implements KeySource {

    @Override
    public CompletableFuture<byte[]> read() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] document = in.readNBytes(LONGEST + 1);
            return document.length > LONGEST
                    ? CompletableFuture.failedFuture(new IOException("it is longer than " + LONGEST + " bytes"))
                    : CompletableFuture.completedFuture(document);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}

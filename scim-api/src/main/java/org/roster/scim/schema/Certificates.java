package org.roster.scim.schema;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/** Certificates: one in each value, and no chain (RFC 7643 §4.1.2). */
final class Certificates {

    private Certificates() {}

    static Optional<String> canonical(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            Certificate first =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return first.getEncoded().length == bytes.length ? Optional.of(text) : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.roster.scim.engine.tableless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.spi.Keyring;
import org.roster.scim.spi.ServiceStarting;

/**
 * Derives each key from one secret, that of {@code roster.keyring.secret}. Without it the secret is made at random and lives as
 * long as the deployment: a cursor is good on the node that issued it, until this starts again.
 */
@ApplicationScoped
public class DerivedKeys implements Keyring {

    private static final System.Logger LOG = System.getLogger(DerivedKeys.class.getName());
    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    private final byte[] secret;
    private final boolean random;

    /** For the CDI proxy. */
    protected DerivedKeys() {
        this.secret = new byte[0];
        this.random = true;
    }

    /**
     * Reads the secret.
     *
     * @param configuration has it, or not
     */
    @Inject
    public DerivedKeys(Configuration configuration) {
        Optional<String> configured = configuration.keyringSecret();
        this.secret =
                configured.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(DerivedKeys::randomSecret);
        this.random = configured.isEmpty();
    }

    private static byte[] randomSecret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    void tell(@Observes ServiceStarting start) {
        if (random) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "SCIM11803 Cursors are good on this server alone and until it stops. Where several serve the same people, "
                            + "set roster.keyring.secret to the same long random text on all");
        }
    }

    @Override
    public byte[] key(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

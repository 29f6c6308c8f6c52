package org.roster.scim.it.attack;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.roster.scim.engine.configuration.Configuration;

/**
 * A bean of the WAR under attack: the settings of the lane, but nobody is locked out, because the matrix shows more wrong
 * credentials than one may, and {@link Switches} sets the base URL while the service runs.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class AttackedConfiguration extends Configuration {
    static final AtomicReference<Optional<String>> BASE_URL = new AtomicReference<>(Optional.empty());

    @Override
    public int lockoutAttempts() {
        return 0;
    }

    @Override
    public Optional<String> baseUrl() {
        return BASE_URL.get();
    }
}

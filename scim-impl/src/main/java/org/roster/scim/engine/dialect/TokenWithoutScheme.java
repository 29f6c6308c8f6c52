package org.roster.scim.engine.dialect;

import java.util.Set;
import org.roster.scim.engine.configuration.Mode;

/**
 * Okta's catalogue integrations in header mode send the token alone, {@code Authorization: <token>} (recording
 * {@code house/08-token-without-scheme}). It acts where credentials are read, in {@code BearerTokens}; here is its name.
 */
final class TokenWithoutScheme implements Quirk {

    @Override
    public String id() {
        return "V-HEAD-01";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.OKTA);
    }
}

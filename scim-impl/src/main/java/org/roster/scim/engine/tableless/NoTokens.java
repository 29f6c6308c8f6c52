package org.roster.scim.engine.tableless;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.TokenStore;

/** Knows no token, and can make none. */
@ApplicationScoped
public class NoTokens implements TokenStore {

    private static final String TOKENS = "tokens";

    @Override
    public Optional<AccessToken> withSecret(String hash) {
        return Optional.empty();
    }

    @Override
    public Optional<AccessToken> withId(String id) {
        throw WithoutTables.refusal(TOKENS);
    }

    @Override
    public List<AccessToken> list(Optional<String> tenant, String after, int most) {
        throw WithoutTables.refusal(TOKENS);
    }

    @Override
    public boolean add(AccessToken token, Attempt act) {
        throw WithoutTables.refusal(TOKENS);
    }

    @Override
    public boolean replaceSecrets(AccessToken before, List<AccessToken.Secret> secrets, Attempt act) {
        throw WithoutTables.refusal(TOKENS);
    }

    @Override
    public void revoke(String id, Instant at, Attempt act) {
        throw WithoutTables.refusal(TOKENS);
    }

    @Override
    public void used(String id, Instant at) {
        // There is none.
    }
}

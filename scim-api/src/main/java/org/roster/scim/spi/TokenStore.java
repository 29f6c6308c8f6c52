package org.roster.scim.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps bearer tokens, for every node of the service, and tells the audit who made and ended them. Must be thread-safe. */
public interface TokenStore {

    /**
     * The token that a secret belongs to.
     *
     * @param hash SHA-256 of the secret, 64 hexadecimal digits in lower case
     * @return empty if there is none; it need not be good now
     */
    Optional<AccessToken> withSecret(String hash);

    /**
     * A token.
     *
     * @param id its id
     * @return empty if there is none
     */
    Optional<AccessToken> withId(String id);

    /**
     * Some tokens, revoked ones too.
     *
     * @param tenant only those that are good for this tenant alone; empty for all tokens
     * @param after the id of the last one that is known; empty text to begin
     * @param most how many at most
     * @return ordered by id
     */
    List<AccessToken> list(Optional<String> tenant, String after, int most);

    /**
     * Adds a token with its secrets.
     *
     * @param token new
     * @param act of the administrator, for the audit; written in the same transaction
     * @return false if another that is not revoked has its name, and nothing is changed
     */
    boolean add(AccessToken token, Attempt act);

    /**
     * Gives a token these secrets in place of those that it has.
     *
     * @param before as it was read
     * @param secrets the newest first
     * @param act of the administrator, for the audit; written in the same transaction
     * @return false if somebody else changed it since, and nothing is changed
     */
    boolean replaceSecrets(AccessToken before, List<AccessToken.Secret> secrets, Attempt act);

    /**
     * Ends a token for ever, and forgets its secrets. A token that is revoked stays as it is.
     *
     * @param id of the token
     * @param at when
     * @param act of the administrator, for the audit; written in the same transaction
     */
    void revoke(String id, Instant at, Attempt act);

    /**
     * Notes that a token was used. A later time that is noted already stays.
     *
     * @param id of the token
     * @param at when
     */
    void used(String id, Instant at);
}

package org.roster.scim.engine.security;

import java.util.Optional;
import org.roster.scim.spi.Caller;

/**
 * Knows one kind of bearer token. Every bean of this type is asked until one knows the token; must be thread-safe, and must
 * not tell by its time, nor by its log above the level debug, what is wrong with a token.
 */
public interface TokenVerifier {

    /**
     * The caller with a token.
     *
     * @param token as it came
     * @return empty if it is not of this kind, or not valid now or from there
     */
    Optional<Caller> callerWith(PresentedToken token);
}

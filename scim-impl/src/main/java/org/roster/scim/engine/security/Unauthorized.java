package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.roster.scim.error.ScimException;

/** The answers to everybody whom the service does not know: the same for a wrong password and for an unknown name. */
public final class Unauthorized {

    /** The values of {@code WWW-Authenticate}, one header each. */
    public static final List<String> CHALLENGES =
            List.of("Bearer realm=\"scim\"", "Basic realm=\"scim\", charset=\"UTF-8\"");

    /** The detail for a wrong password, an unknown user and an unknown token alike. */
    static final String WRONG_CREDENTIAL = "the credential is not valid";

    private Unauthorized() {}

    static void write(HttpServletResponse response, String detail) throws IOException {
        CHALLENGES.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        ErrorAnswer.write(response, ScimException.of(HttpServletResponse.SC_UNAUTHORIZED, detail));
    }

    /** The answer to one wrong credential too many, and to what follows it too soon (RFC 6585 §4). */
    static void writeTooMany(HttpServletResponse response, int secondsToWait) throws IOException {
        ErrorAnswer.write(
                response,
                ScimException.tooManyRequests(
                        "too many wrong credentials; try again in " + secondsToWait + " s", secondsToWait));
    }
}

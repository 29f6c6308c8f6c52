package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.projection.ErrorMessage;
import org.roster.scim.error.ScimException;

/**
 * The errors of filters, which answer before JAX-RS is there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644 §3.12</a>
 */
public final class ErrorAnswer {

    private ErrorAnswer() {}

    /**
     * Writes status, headers and body.
     *
     * @param response nothing of which has been sent
     * @param error what went wrong
     * @throws IOException if the client is gone
     */
    public static void write(HttpServletResponse response, ScimException error) throws IOException {
        response.setStatus(error.status());
        error.retryAfter().ifPresent(seconds -> response.addHeader("Retry-After", Integer.toString(seconds)));
        response.setContentType("application/scim+json;charset=UTF-8");
        response.getOutputStream().write(JsonEncoder.encode(ErrorMessage.of(error)));
    }
}

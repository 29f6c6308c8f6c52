package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.roster.scim.engine.bulk.Bulk;
import org.roster.scim.spi.RequestContext;

/**
 * {@code /Bulk}: many operations in one request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7">RFC 7644 §3.7</a>
 */
@AtPath("Bulk")
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class BulkEndpoint {

    private final RequestReader reader;
    private final Bulk bulk;
    private final Answers answers;

    /**
     * Makes the endpoint.
     *
     * @param reader makes values of requests
     * @param bulk does what they ask for
     * @param answers makes answers of values
     */
    public BulkEndpoint(RequestReader reader, Bulk bulk, Answers answers) {
        this.reader = reader;
        this.bulk = bulk;
        this.answers = answers;
    }

    /**
     * POST.
     *
     * @param request the request
     * @param body a BulkRequest
     * @return 200 with a BulkResponse, also if every operation failed
     * @throws IOException if the body does not arrive
     */
    @POST
    public Response carryOut(@BeanParam ClientRequest request, InputStream body) throws IOException {
        RequestContext context = reader.context(request);
        JsonObject message = reader.bulk(context, request, body);
        Answer answer = answers.of(context, request);
        return answer.message(bulk.carryOut(context, message, answer.renderer()));
    }
}

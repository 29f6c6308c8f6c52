package org.roster.scim.engine.rest;

import jakarta.decorator.Decorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
@Path("Bulk")
@Vetoed
@Decorator
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public abstract class BulkEndpoint {

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
    protected BulkEndpoint(RequestReader reader, Bulk bulk, Answers answers) {
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

    /** What applications list: a scan finds the class around it, which is abstract, and leaves it alone. */
    @ApplicationScoped
    public static class Listed extends BulkEndpoint {

        /** For the CDI proxy; public, because RESTEasy looks for such a constructor before it asks CDI. */
        @SuppressWarnings("NullAway")
        public Listed() {
            this(null, null, null);
        }

        /**
         * Makes the endpoint.
         *
         * @param reader makes values of requests
         * @param bulk does what they ask for
         * @param answers makes answers of values
         */
        @Inject
        public Listed(RequestReader reader, Bulk bulk, Answers answers) {
            super(reader, bulk, answers);
        }
    }
}

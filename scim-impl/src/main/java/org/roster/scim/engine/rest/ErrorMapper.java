package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/** Gives every failure a SCIM body: our own, those of the JAX-RS implementation, and those that nobody foresaw. */
@ApplicationScoped
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ErrorMapper.class.getName());

    @Context
    private UriInfo uri;

    @Context
    private SecurityContext security;

    @Override
    public Response toResponse(Throwable failure) {
        Optional<ScimException> ours = causes(failure)
                .filter(ScimException.class::isInstance)
                .map(ScimException.class::cast)
                .findFirst();
        if (ours.isPresent()) {
            return ErrorResponse.of(ours.get());
        }
        Optional<WebApplicationException> http = causes(failure)
                .filter(WebApplicationException.class::isInstance)
                .map(WebApplicationException.class::cast)
                .findFirst();
        return http.isPresent() ? http(http.get()) : unforeseen(failure);
    }

    private Response http(WebApplicationException failure) {
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        if (security.getUserPrincipal() == null) {
            // Whether there is something at a URL is nobody's business without a credential.
            return ErrorResponse.unauthorized();
        }
        Response answer = ErrorResponse.of(ScimException.of(original.getStatus(), detail(original.getStatus())));
        @Nullable Object allowed = original.getHeaders().getFirst(HttpHeaders.ALLOW);
        if (allowed != null) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, allowed);
        }
        return answer;
    }

    private String detail(int status) {
        return switch (status) {
            case 404 ->
                "there is nothing at /" + uri.getPath(false).replaceFirst("^/+", "")
                        + "; /ResourceTypes lists the endpoints";
            case 405 -> "this endpoint does not support the method; the header Allow lists those that it does";
            case 406 -> "answers come as application/scim+json or application/json; the header Accept allows neither";
            case 415 -> "send the body as application/scim+json or application/json";
            case 400 -> "the request could not be read; check the encoding of the URL";
            default -> "the request was refused with status " + status;
        };
    }

    private static Response unforeseen(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "SCIM01001 A request failed unexpectedly; reference " + reference, failure);
        return ErrorResponse.of(
                ScimException.of(500, "the service failed; its log tells why under the reference " + reference));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
                .limit(20);
    }
}

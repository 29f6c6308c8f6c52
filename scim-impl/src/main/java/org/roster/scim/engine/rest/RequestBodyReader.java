package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.error.ScimException;

/** Reads request bodies; both media types alike (RFC 7644 §3.8). Stops reading at the limit. */
@Provider
@ApplicationScoped
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class RequestBodyReader implements MessageBodyReader<RequestBody> {

    private final int limit;
    private final JsonDecoder decoder = new JsonDecoder(JsonLimits.DEFAULT);

    /** For the CDI proxy; public, because RESTEasy looks for such a constructor before it asks CDI. */
    public RequestBodyReader() {
        this.limit = 0;
    }

    /**
     * Makes the reader.
     *
     * @param configuration has the limit
     */
    @Inject
    public RequestBodyReader(Configuration configuration) {
        this.limit = configuration.bodyLimit();
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == RequestBody.class;
    }

    @Override
    public RequestBody readFrom(
            Class<RequestBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        requirePlain(Optional.ofNullable(headers.getFirst(HttpHeaders.CONTENT_ENCODING)));
        byte[] body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            throw ScimException.of(413, "the body is longer than " + limit + " bytes, the most that is accepted");
        }
        return new RequestBody(decoder.decode(body));
    }

    private static void requirePlain(Optional<String> encoding) {
        if (encoding.isPresent() && !encoding.get().toLowerCase(Locale.ROOT).equals("identity")) {
            throw ScimException.of(
                    415, "Content-Encoding " + encoding.get() + " is not supported; send the body uncompressed");
        }
    }
}

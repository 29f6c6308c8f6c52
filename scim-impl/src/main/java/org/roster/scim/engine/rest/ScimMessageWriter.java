package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.roster.scim.engine.json.JsonEncoder;

/** Writes answers, whatever the media type that was agreed on is called. */
@Provider
@ApplicationScoped
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class ScimMessageWriter implements MessageBodyWriter<ScimMessage> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ScimMessage.class;
    }

    @Override
    public void writeTo(
            ScimMessage message,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        JsonEncoder.encode(message.json(), out);
    }
}

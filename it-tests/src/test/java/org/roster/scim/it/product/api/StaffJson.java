package org.roster.scim.it.product.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.roster.scim.it.product.AccountCard;
import org.roster.scim.it.product.Card;

/** Writes cards with names in capitals and in an envelope, as our clients have known it for years. */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/*"})
public class StaffJson implements MessageBodyWriter<Card> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Card.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Card value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (value instanceof AccountCard card) {
            card.fields().forEach((name, text) -> {
                if (text != null) {
                    json.add(name.toUpperCase(Locale.ROOT), text);
                }
            });
        } else if (value instanceof TeamCard card) {
            json.add("NAME", card.name()).add("PEOPLE", Json.createArrayBuilder(card.people()));
        } else if (value instanceof Apology apology) {
            json.add("TEXT", apology.text());
        } else {
            json.add("WHAT", String.valueOf(value));
        }
        out.write(
                Json.createObjectBuilder().add("STAFF", json).build().toString().getBytes(StandardCharsets.UTF_8));
    }
}

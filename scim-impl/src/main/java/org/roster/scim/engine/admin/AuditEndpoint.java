package org.roster.scim.engine.admin;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.roster.scim.engine.rest.AtPath;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.AuditStore;

/** {@code /admin/v1/audit}: who tried what, with which result. */
@AtPath("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditEndpoint {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final AuditStore audit;

    /**
     * Makes the endpoint.
     *
     * @param audit keeps the entries
     */
    public AuditEndpoint(AuditStore audit) {
        this.audit = audit;
    }

    /**
     * Finds entries, the newest first.
     *
     * @param request {@code actor}, {@code request}, {@code resource}, {@code member}, {@code decision}, {@code from},
     *     {@code until}, {@code tenant}; {@code before} and {@code count} for pages
     * @return 200
     */
    @GET
    public Response find(@BeanParam AdminRequest request) {
        request.requireAdministrator();
        AuditQuery query = new AuditQuery(
                request.tenant(request.parameter("tenant")),
                request.parameter("actor"),
                request.parameter("request"),
                request.parameter("resource"),
                request.parameter("member"),
                request.parameter("decision").map(AuditEndpoint::permitted),
                time(request, "from"),
                time(request, "until"));
        if (query.member().isPresent() && query.resource().isEmpty()) {
            throw ScimException.invalidValue("member goes with resource, the id of the group");
        }
        int count = request.count();
        List<AuditEntry> found = audit.find(
                query, request.parameter("before").map(AuditEndpoint::place).orElse(""), count);
        JsonArrayBuilder entries = JSON.createArrayBuilder();
        found.forEach(entry -> entries.add(AuditView.of(entry)));
        JsonObjectBuilder answer = JSON.createObjectBuilder().add("entries", entries);
        if (found.size() == count) {
            answer.add("before", opaque(found.get(count - 1).place()));
        }
        return Response.ok(answer.build().toString()).build();
    }

    private static boolean permitted(String decision) {
        return switch (decision) {
            case "permitted" -> true;
            case "refused" -> false;
            default -> throw ScimException.invalidValue("decision must be permitted or refused");
        };
    }

    private static Optional<Instant> time(AdminRequest request, String name) {
        return request.parameter(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw ScimException.invalidValue(name + " must be a time with an offset, such as 2027-06-30T00:00:00Z");
            }
        });
    }

    private static String opaque(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ScimException.invalidValue("before must be what the page before gave");
        }
    }
}

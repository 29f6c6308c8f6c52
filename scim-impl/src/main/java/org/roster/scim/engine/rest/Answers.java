package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.engine.projection.Shapes;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.RequestContext;

/** Makes the answer to a request. */
@ApplicationScoped
public class Answers {

    private static final Pattern VERSION_AT_END = Pattern.compile("(/v\\d+|)$");

    private final SchemaRegistry registry;
    private final Configuration configuration;
    private final Dialect dialect;
    private final Shapes shapes = new Shapes();

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Answers() {
        this(null, null, null);
    }

    /**
     * Makes it.
     *
     * @param registry has the resource types
     * @param configuration has the base URL, if it is not the one of the request
     * @param dialect knows clients that want another media type
     */
    @Inject
    public Answers(SchemaRegistry registry, Configuration configuration, Dialect dialect) {
        this.registry = registry;
        this.configuration = configuration;
        this.dialect = dialect;
    }

    /** The answer to a request whose tenant is not asked for: to one about the service itself. */
    Answer to(ClientRequest request) {
        return by(registry, request);
    }

    /** The answer to a request about resources of a tenant. */
    Answer of(RequestContext context, ClientRequest request) {
        return by(registry.of(context.tenant()), request);
    }

    private Answer by(SchemaRegistry types, ClientRequest request) {
        String bare = configuration.baseUrl().orElseGet(request::baseUrl);
        String baseUrl = request.tenantInPath()
                .map(tenant -> VERSION_AT_END.matcher(bare).replaceFirst("/t/" + tenant + "$1"))
                .orElse(bare);
        MediaType mediaType = dialect.plainJson() ? ScimMediaType.OF_JSON : request.answerType();
        return new Answer(new ResourceRenderer(types, baseUrl, shapes), mediaType);
    }
}

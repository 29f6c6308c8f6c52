package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.engine.projection.Shapes;
import org.roster.scim.schema.SchemaRegistry;

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

    Answer to(ClientRequest request) {
        String bare = configuration.baseUrl().orElseGet(request::baseUrl);
        String baseUrl = request.tenantInPath()
                .map(tenant -> VERSION_AT_END.matcher(bare).replaceFirst("/t/" + tenant + "$1"))
                .orElse(bare);
        String mediaType = dialect.plainJson() ? ScimMediaType.JSON : request.answerType();
        return new Answer(new ResourceRenderer(registry, baseUrl, shapes), mediaType);
    }
}

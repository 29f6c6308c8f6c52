package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.schema.SchemaRegistry;

/** Makes the answer to a request. */
@ApplicationScoped
public class Answers {

    private final SchemaRegistry registry;
    private final Configuration configuration;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Answers() {
        this(null, null);
    }

    /**
     * Makes it.
     *
     * @param registry has the resource types
     * @param configuration has the base URL, if it is not the one of the request
     */
    @Inject
    public Answers(SchemaRegistry registry, Configuration configuration) {
        this.registry = registry;
        this.configuration = configuration;
    }

    Answer to(ClientRequest request) {
        String baseUrl = configuration.baseUrl().orElseGet(request::baseUrl);
        return new Answer(new ResourceRenderer(registry, baseUrl), request.answerType());
    }
}

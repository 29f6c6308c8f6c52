package org.roster.scim.engine.dialect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * Rewrites requests of clients with habits into requests as the RFC has them. Each habit is a {@link Quirk} of its own and
 * can be switched off; what was rewritten is told in the debug log, without values.
 */
@ApplicationScoped
public class Dialect {

    private static final System.Logger LOG = System.getLogger(Dialect.class.getName());

    /** In this order: first what takes a request apart, then what names, then what values. */
    private static final List<Quirk> KNOWN = List.of(
            new OwnIdentityInValue(),
            new PathsAsKeys(),
            new DotAfterUrn(),
            new UnqualifiedExtensionAttribute(),
            new BooleanAsText(),
            new SecondPrimary(),
            new ComplexAsText(),
            new EmptyTextClears(),
            new ElementToBeCreated());

    private final List<Quirk> quirks;

    /** For the CDI proxy. */
    protected Dialect() {
        this.quirks = List.of();
    }

    /**
     * Takes the habits that the operator leaves on.
     *
     * @param configuration says which are off
     */
    @Inject
    public Dialect(Configuration configuration) {
        Set<String> off = Arrays.stream(configuration.dialectOff().split(",", -1))
                .map(id -> id.strip().toUpperCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = KNOWN.stream().map(Quirk::id).collect(Collectors.toSet());
        if (!known.containsAll(off)) {
            throw new IllegalStateException("SCIM04001 roster.dialect.off names " + off + "; known are " + known);
        }
        this.quirks = KNOWN.stream().filter(q -> !off.contains(q.id())).toList();
    }

    /**
     * Rewrites the body of a POST or PUT.
     *
     * @param type what the endpoint stands for
     * @param body as sent
     * @return as the RFC has it
     */
    public JsonObject body(ResourceType type, JsonObject body) {
        JsonObject rewritten = body;
        for (Quirk quirk : quirks) {
            rewritten = told(quirk, rewritten, quirk.body(type, rewritten));
        }
        return rewritten;
    }

    /**
     * Rewrites a PATCH.
     *
     * @param key which resource
     * @param request as sent
     * @return as the RFC has it
     */
    public PatchRequest patch(ResourceKey key, PatchRequest request) {
        List<PatchOperation> operations = request.operations();
        for (Quirk quirk : quirks) {
            operations = operations.stream()
                    .flatMap(operation -> rewritten(quirk, key, operation))
                    .toList();
        }
        return new PatchRequest(operations);
    }

    private static Stream<PatchOperation> rewritten(Quirk quirk, ResourceKey key, PatchOperation operation) {
        List<PatchOperation> rewritten = quirk.operation(key, operation).toList();
        boolean same = rewritten.size() == 1 && rewritten.get(0) == operation;
        return told(quirk, List.of(operation), same ? List.of(operation) : rewritten).stream();
    }

    /**
     * Rewrites the filter of a query.
     *
     * @param type what is queried
     * @param filter as sent
     * @return as the RFC has it
     */
    public Filter filter(ResourceType type, Filter filter) {
        Filter rewritten = filter;
        for (Quirk quirk : quirks) {
            rewritten = told(quirk, rewritten, quirk.filter(type, rewritten));
        }
        return rewritten;
    }

    private static <T> T told(Quirk quirk, T before, T after) {
        if (!before.equals(after)) {
            LOG.log(System.Logger.Level.DEBUG, "SCIM04002 A request was rewritten by {0}", quirk.id());
        }
        return after;
    }
}

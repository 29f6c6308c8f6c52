package org.roster.scim.engine.dialect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ServiceStarting;

/**
 * Rewrites requests of clients with habits into requests as the RFC has them. Each habit is a {@link Quirk} of its own and
 * can be switched off; which of them count is the {@link Mode} of the client. What was rewritten is told in the debug log,
 * without values.
 */
@ApplicationScoped
public class Dialect {

    private static final System.Logger LOG = System.getLogger(Dialect.class.getName());

    /** In this order: first what takes a request apart, then what names, then what values. */
    private static final List<Quirk> KNOWN = List.of(
            new TokenWithoutScheme(),
            new PlainJson(),
            new UnquotedValue(),
            new SubAttributeAfterBrackets(),
            new UnknownSchema(),
            new MembersOfScim11(),
            new OwnIdentityInValue(),
            new PathsAsKeys(),
            new DotAfterUrn(),
            new UnqualifiedExtensionAttribute(),
            new ListedInRemove(),
            new NullInRemove(),
            new OneForMany(),
            new BooleanAsText(),
            new SecondPrimary(),
            new ManagerId(),
            new ComplexAsText(),
            new EmptyTextClears(),
            new ElementToBeCreated());

    /** The strict profile understands no habit. */
    private static final List<Quirk> PROFILE = List.of(
            new KnownNamesOnly(),
            new WellFormedTexts(),
            new PathInEachOperation(),
            new ListedInRemove.Refusal("IP-5.5-02"),
            new NothingCreatedByPath(),
            new WholeComplex());

    private final Map<Mode, List<Quirk>> rules = new EnumMap<>(Mode.class);
    private final Speaker speaker;
    private final IgnoredNames ignored = new IgnoredNames();

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Dialect() {
        this.speaker = null;
    }

    /**
     * Takes the habits that the operator leaves on.
     *
     * @param configuration says which are off
     * @param speaker who sent the request that is being read
     */
    @Inject
    public Dialect(Configuration configuration, Speaker speaker) {
        this.speaker = speaker;
        Set<String> off = configuration.dialectOff();
        if (!ruleIds().containsAll(off)) {
            throw new IllegalStateException("SCIM04001 roster.dialect.off names " + off + "; known are "
                    + ruleIds().stream().sorted().toList());
        }
        Arrays.stream(Mode.values())
                .forEach(mode -> rules.put(mode, mode == Mode.INTEROP_PROFILE ? PROFILE : rules(mode, off)));
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void tell(@Observes ServiceStarting start) {
        LOG.log(System.Logger.Level.DEBUG, "SCIM04004 {0} habits of clients are known", KNOWN.size());
    }

    /**
     * What {@code roster.dialect.off} may name.
     *
     * @return the names of all habits
     */
    public static Set<String> ruleIds() {
        return KNOWN.stream().map(Quirk::id).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Quirk> rules(Mode mode, Set<String> off) {
        return KNOWN.stream()
                .filter(q -> q.of().isEmpty() || q.of().contains(mode))
                .flatMap(q -> off.contains(q.id()) ? q.refusal().stream() : Stream.of(q))
                .toList();
    }

    private List<Quirk> rules() {
        return rules.getOrDefault(speaker.mode(), List.of());
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
        for (Quirk quirk : rules()) {
            rewritten = told(quirk, rewritten, quirk.body(type, rewritten), "the body for " + type.endpoint());
        }
        ignored.tell(type, rewritten);
        return rewritten;
    }

    /**
     * Rewrites the body of a PATCH before it is parsed.
     *
     * @param body as sent
     * @return a PatchOp, or what will be refused as none
     */
    public JsonObject message(JsonObject body) {
        if (hasCapitalVerb(body)) {
            // Entra names itself in no header that is known, and no other client writes "Add", "Replace", "Remove".
            speaker.seems(Mode.ENTRA);
        }
        JsonObject rewritten = body;
        for (Quirk quirk : rules()) {
            rewritten = told(quirk, rewritten, quirk.message(rewritten), "the message of a PATCH");
        }
        return rewritten;
    }

    private static boolean hasCapitalVerb(JsonObject body) {
        return body.get("Operations") instanceof JsonArray operations
                && operations.stream()
                        .map(o -> o instanceof JsonObject operation ? operation.get("op") : JsonValue.NULL)
                        .anyMatch(op -> op instanceof JsonString verb
                                && Set.of("Add", "Remove", "Replace").contains(verb.getString()));
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
        for (Quirk quirk : rules()) {
            operations = operations.stream()
                    .flatMap(operation -> rewritten(quirk, key, operation))
                    .toList();
        }
        return new PatchRequest(operations);
    }

    private static Stream<PatchOperation> rewritten(Quirk quirk, ResourceKey key, PatchOperation operation) {
        List<PatchOperation> rewritten = quirk.operation(key, operation).toList();
        boolean same = rewritten.size() == 1 && rewritten.get(0) == operation;
        Optional<String> attribute = operation.path().map(PatchPath::attribute).map(Object::toString);
        return told(
                quirk,
                List.of(operation),
                same ? List.of(operation) : rewritten,
                operation.op() + attribute.map(a -> " of " + a).orElse("") + " of a " + key.type())
                .stream();
    }

    /**
     * Rewrites the text of a filter before it is parsed.
     *
     * @param text as sent
     * @return as the RFC has it
     */
    public String filterText(String text) {
        String rewritten = text;
        for (Quirk quirk : rules()) {
            rewritten = told(quirk, rewritten, quirk.filterText(rewritten), "the text of a filter");
        }
        return rewritten;
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
        for (Quirk quirk : rules()) {
            rewritten = told(quirk, rewritten, quirk.filter(type, rewritten), "the filter for " + type.endpoint());
        }
        return rewritten;
    }

    /**
     * Whether answers to this client are called {@code application/json}.
     *
     * @return false for most
     */
    public boolean plainJson() {
        return rules().stream().anyMatch(Quirk::plainJson);
    }

    /**
     * Whether bodies of this client must be called {@code application/scim+json} (IP-5.2-01).
     *
     * @return true in the strict profile
     */
    public boolean scimJsonOnly() {
        return speaker.mode() == Mode.INTEROP_PROFILE;
    }

    private static <T> T told(Quirk quirk, T before, T after, String what) {
        if (!before.equals(after)) {
            LOG.log(System.Logger.Level.DEBUG, "SCIM04002 {0} rewrote {1}", quirk.id(), what);
        }
        return after;
    }
}

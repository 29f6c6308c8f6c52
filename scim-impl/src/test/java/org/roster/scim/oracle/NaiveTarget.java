package org.roster.scim.oracle;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;

/**
 * Where a PATCH operation points: PATH of RFC 7644 §3.5.2, Figure 7, with the URN of a whole extension besides.
 *
 * @param urn of the extension; empty for core and common attributes
 * @param attribute empty, if the whole extension is meant
 * @param sub what stands behind the dot
 * @param elements what stands in the brackets
 * @param filter its text
 */
record NaiveTarget(
        String urn,
        Optional<Attribute> attribute,
        Optional<Attribute> sub,
        Optional<Predicate<JsonValue>> elements,
        String filter) {

    private static final Pattern PATH =
            Pattern.compile("([^\\[\\]\" ]+)(?:\\[(.*)\\](?:\\.([^\\[\\]\" .:]+))?)?", Pattern.DOTALL);

    static NaiveTarget of(ResourceType type, String path, Set<String> mistakes) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || (matcher.group(2) != null && matcher.group(1).matches(".*\\.[^.:]*"))) {
            mistakes.add("400 invalidPath");
        }
        if (!matcher.matches()) {
            return NaiveTarget.wholeExtension("nowhere");
        }
        Optional<NaiveTarget> target = named(type, matcher.group(1));
        if (target.isEmpty()) {
            mistakes.add("400 invalidPath");
            brokenInside(matcher.group(2)).ifPresent(mistakes::add);
            return NaiveTarget.wholeExtension("nowhere");
        }
        return matcher.group(2) == null
                ? target.get()
                : target.get().inBrackets(matcher.group(2), Optional.ofNullable(matcher.group(3)), mistakes);
    }

    /** What is no filter at all is no filter of an unknown attribute either. */
    private static Optional<String> brokenInside(String filter) {
        return filter == null ? Optional.empty() : Optional.of("400 invalidFilter");
    }

    static NaiveTarget wholeExtension(String urn) {
        return new NaiveTarget(urn, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Finds {@code name}, {@code name.sub}, {@code urn:name.sub} or {@code urn}. */
    static Optional<NaiveTarget> named(ResourceType type, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String urn : type.extensions().stream().map(e -> e.schema().id()).toList()) {
            if (lower.equals(urn.toLowerCase(Locale.ROOT))) {
                return Optional.of(wholeExtension(urn));
            }
            if (lower.startsWith(urn.toLowerCase(Locale.ROOT) + ":")) {
                return within(urn, type.extension(urn).orElseThrow().attributes(), path.substring(urn.length() + 1));
            }
        }
        String core = type.schema().id().toLowerCase(Locale.ROOT) + ":";
        return lower.startsWith(core)
                ? within("", type.schema().attributes(), path.substring(core.length()))
                : within(
                        "",
                        Stream.concat(CommonAttributes.ALL.stream(), type.schema().attributes().stream())
                                .toList(),
                        path);
    }

    private static Optional<NaiveTarget> within(String urn, List<Attribute> attributes, String path) {
        String[] names = path.split("\\.", -1);
        Optional<Attribute> attribute = attributes.stream()
                .filter(a -> a.name().equalsIgnoreCase(names[0]))
                .findFirst();
        Optional<Attribute> sub =
                attribute.flatMap(a -> names.length == 2 ? a.subAttribute(names[1]) : Optional.empty());
        boolean known = attribute.isPresent() && names.length == 1 + (sub.isPresent() ? 1 : 0);
        return known ? Optional.of(new NaiveTarget(urn, attribute, sub, Optional.empty(), "")) : Optional.empty();
    }

    private NaiveTarget inBrackets(String text, Optional<String> suffix, Set<String> mistakes) {
        Optional<Attribute> inside = suffix.flatMap(s -> attribute.flatMap(a -> a.subAttribute(s)));
        if (attribute.isEmpty() || !attribute.get().multiValued() || inside.isPresent() != suffix.isPresent()) {
            mistakes.add("400 invalidPath");
        }
        try {
            Predicate<JsonValue> predicate = NaiveFilter.ofElement(
                    text, attribute.orElse(Attribute.named("nothing").build()));
            return new NaiveTarget(urn, attribute, inside, Optional.of(predicate), text);
        } catch (Refused refused) {
            mistakes.add("400 invalidFilter");
            return new NaiveTarget(urn, attribute, inside, Optional.empty(), text);
        }
    }

    NaiveTarget at(Attribute member) {
        return new NaiveTarget(urn, Optional.of(member), Optional.empty(), Optional.empty(), "");
    }

    boolean multiValued() {
        return attribute.orElseThrow().multiValued();
    }

    /** Of the attribute or sub-attribute that an operation would change. */
    Attribute last() {
        return sub.orElseGet(attribute::orElseThrow);
    }

    boolean readOnly() {
        return Stream.concat(attribute.stream(), sub.stream()).anyMatch(a -> a.mutability() == Mutability.READ_ONLY);
    }
}

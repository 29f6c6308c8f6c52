package org.roster.scim.oracle;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * The filter language of RFC 7644 §3.4.2.2 once more, from text to truth: cut at {@code or}, then at {@code and}, then look
 * at what is left. Slow, and shares nothing with the parser, the binder and the evaluator. Where the RFC leaves a choice
 * it makes ours: {@code ne} is the opposite of {@code eq}, null means unassigned, an unknown attribute is a mistake.
 */
public final class NaiveFilter {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[()\\[\\]]|[^\\s()\\[\\]\"]+)", Pattern.DOTALL);
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    /**
     * Where a path leads: the definition, and the values of a resource or an element; and, of a sub-attribute, the same of
     * the attribute that has it.
     */
    private record Target(Attribute attribute, Function<JsonValue, List<JsonValue>> values, Optional<Target> owner) {}

    private final Function<String, Optional<Target>> names;
    private final String forbidden;
    private final Set<String> mistakes;

    private NaiveFilter(String forbidden, Set<String> mistakes, Function<String, Optional<Target>> names) {
        this.forbidden = forbidden;
        this.mistakes = mistakes;
        this.names = names;
    }

    /** Reads a filter on resources of a type. What it gives takes a {@link Representation}. */
    public static Predicate<JsonValue> of(String text, ResourceType type) {
        return new NaiveFilter("403 sensitive", new HashSet<>(), name -> inResource(type, name)).read(text);
    }

    /** Reads what stands in the brackets behind an attribute. What it gives takes one element. */
    static Predicate<JsonValue> ofElement(String text, Attribute attribute) {
        return elements(attribute, new HashSet<>()).read(text);
    }

    private Predicate<JsonValue> read(String text) {
        Predicate<JsonValue> predicate = or(tokens(text));
        if (!mistakes.isEmpty()) {
            throw new Refused(mistakes, text);
        }
        return predicate;
    }

    private static NaiveFilter elements(Attribute attribute, Set<String> mistakes) {
        Target element = new Target(attribute, List::of, Optional.empty());
        // In the path of a PATCH a secret is in no URL.
        return new NaiveFilter(
                "400 invalidFilter",
                mistakes,
                name -> attribute.complex()
                        ? attribute.subAttribute(name).flatMap(sub -> below(element, sub))
                        : Optional.of(new Target(attribute, Representation::values, Optional.of(element)))
                                .filter(t -> name.equalsIgnoreCase("value")));
    }

    /** Our choice: what depends on the request or on another resource is not searchable. */
    private static Optional<Target> below(Target owner, Attribute sub) {
        Attribute holder = owner.attribute();
        boolean request =
                holder.name().equals("meta") && List.of("location", "version").contains(sub.name());
        boolean reference = holder.mutability() != Mutability.READ_ONLY
                && holder.subAttribute("value").isPresent()
                && holder.subAttribute("$ref").isPresent()
                && (sub.name().equals("$ref") || sub.mutability() == Mutability.READ_ONLY);
        return request || reference
                ? Optional.empty()
                : Optional.of(new Target(
                        sub,
                        r -> owner.values().apply(r).stream()
                                .flatMap(e -> member(e, sub.name()).stream())
                                .toList(),
                        Optional.of(owner)));
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw Refused.filter("cannot read " + text.substring(end));
        }
        return tokens;
    }

    private Predicate<JsonValue> or(List<String> tokens) {
        return split(tokens, "or").stream().map(this::and).reduce(Predicate::or).orElseThrow();
    }

    private Predicate<JsonValue> and(List<String> tokens) {
        return split(tokens, "and").stream()
                .map(this::factorOrMistake)
                .reduce(Predicate::and)
                .orElseThrow();
    }

    /** At a word that stands in no parentheses and brackets. */
    private static List<List<String>> split(List<String> tokens, String word) {
        List<List<String>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += step(token);
            if (depth == 0 && token.equalsIgnoreCase(word)) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    private static int step(String token) {
        return "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
    }

    /** Of several mistakes any may be named. */
    private Predicate<JsonValue> factorOrMistake(List<String> tokens) {
        try {
            return factor(tokens);
        } catch (Refused refused) {
            mistakes.addAll(refused.answers());
            return nobody -> false;
        }
    }

    private Predicate<JsonValue> factor(List<String> tokens) {
        if (tokens.size() > 2 && tokens.get(0).equals("(") && closing(tokens, 0) == tokens.size() - 1) {
            return or(tokens.subList(1, tokens.size() - 1));
        }
        if (tokens.size() > 3
                && tokens.get(0).equalsIgnoreCase("not")
                && tokens.get(1).equals("(")) {
            if (closing(tokens, 1) != tokens.size() - 1) {
                throw Refused.filter("more behind not (...)");
            }
            return or(tokens.subList(2, tokens.size() - 1)).negate();
        }
        if (tokens.size() < 2) {
            throw Refused.filter("no expression: " + tokens);
        }
        Target target = names.apply(tokens.get(0)).orElseThrow(() -> Refused.filter("no attribute " + tokens.get(0)));
        return tokens.get(1).equals("[")
                ? valuePath(target, tokens)
                : expression(target, tokens.subList(1, tokens.size()));
    }

    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += step(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        throw Refused.filter("not closed");
    }

    /** All conditions on one element; with {@code ].sub op value}, which is our addition, that one as well. */
    private Predicate<JsonValue> valuePath(Target target, List<String> tokens) {
        Attribute attribute = target.attribute();
        if (attribute.returned() == Returned.NEVER) {
            mistakes.add(forbidden);
        }
        if (target.owner().isPresent() || !(attribute.complex() || attribute.multiValued())) {
            throw Refused.filter("no brackets behind " + attribute.name());
        }
        int close = closing(tokens, 1);
        NaiveFilter inside = elements(attribute, mistakes);
        Predicate<JsonValue> all = inside.or(tokens.subList(2, close));
        List<String> rest = tokens.subList(close + 1, tokens.size());
        if (!rest.isEmpty()) {
            if (!rest.get(0).startsWith(".")) {
                throw Refused.filter("more behind the brackets");
            }
            List<String> more = new ArrayList<>(rest);
            more.set(0, rest.get(0).substring(1));
            all = all.and(inside.factor(more));
        }
        Predicate<JsonValue> element = all;
        return holder -> target.values().apply(holder).stream().anyMatch(element);
    }

    private Predicate<JsonValue> expression(Target named, List<String> tokens) {
        String operator = tokens.get(0).toLowerCase(Locale.ROOT);
        boolean pr = operator.equals("pr") && tokens.size() == 1;
        if (!pr && (!OPERATORS.contains(operator) || tokens.size() != 2)) {
            throw Refused.filter("no operator and value: " + tokens);
        }
        JsonValue value = pr ? JsonValue.NULL : literal(tokens.get(1));
        readable(named.attribute());
        Predicate<JsonValue> present = holder -> !named.values().apply(holder).isEmpty();
        if (pr) {
            return present;
        }
        if (value == JsonValue.NULL) {
            return switch (operator) {
                case "eq" -> present.negate();
                case "ne" -> present;
                default -> throw Refused.filter("null has no order");
            };
        }
        Target target = named.attribute().complex() ? valueOf(named) : named;
        Attribute attribute = target.attribute();
        boolean text = Set.of(AttributeType.STRING, AttributeType.REFERENCE).contains(attribute.type());
        boolean order = !Set.of(AttributeType.BOOLEAN, AttributeType.BINARY).contains(attribute.type());
        boolean allowed = switch (operator) {
            case "eq", "ne" -> true;
            case "co", "sw", "ew" -> text;
            default -> order;
        };
        if (!allowed || !NaiveValues.fits(attribute, value)) {
            throw Refused.filter(attribute.name() + " is a " + attribute.type());
        }
        if (isPrimary(target) && value == JsonValue.FALSE) {
            // RFC 7643 §2.4: absent means false.
            Predicate<JsonValue> other = holder ->
                    target.owner().orElseThrow().values().apply(holder).stream().anyMatch(e -> !NaiveReader.primary(e));
            return operator.equals("ne") ? other.negate() : other;
        }
        JsonValue wanted = Set.of("eq", "ne").contains(operator) ? asStored(attribute, value) : value;
        Predicate<JsonValue> any = holder -> target.values().apply(holder).stream()
                .anyMatch(v -> holds(attribute, v, operator.equals("ne") ? "eq" : operator, wanted));
        return operator.equals("ne") ? any.negate() : any;
    }

    private static boolean isPrimary(Target target) {
        return target.attribute().name().equals("primary")
                && target.attribute().type() == AttributeType.BOOLEAN
                && target.owner().filter(o -> o.attribute().multiValued()).isPresent();
    }

    private static JsonValue asStored(Attribute attribute, JsonValue value) {
        return value instanceof JsonString text
                ? JSON.createValue(NaiveReader.canonical(attribute, text.getString()))
                : value;
    }

    private static boolean holds(Attribute attribute, JsonValue found, String operator, JsonValue wanted) {
        return switch (operator) {
            case "eq" -> NaiveValues.compare(attribute, found, wanted) == 0;
            case "gt" -> NaiveValues.compare(attribute, found, wanted) > 0;
            case "ge" -> NaiveValues.compare(attribute, found, wanted) >= 0;
            case "lt" -> NaiveValues.compare(attribute, found, wanted) < 0;
            case "le" -> NaiveValues.compare(attribute, found, wanted) <= 0;
            default -> {
                String whole = NaiveValues.comparable(attribute, found);
                String part = NaiveValues.comparable(attribute, wanted);
                yield switch (operator) {
                    case "co" -> whole.contains(part);
                    case "sw" -> whole.startsWith(part);
                    default -> whole.endsWith(part);
                };
            }
        };
    }

    private static JsonValue literal(String token) {
        try (JsonReader reader = JSON.createReader(new StringReader("[" + token + "]"))) {
            JsonValue value = reader.readArray().get(0);
            if (Representation.unassigned(value) && value != JsonValue.NULL) {
                throw Refused.filter(token + " is no value");
            }
            return value;
        } catch (JsonException | IndexOutOfBoundsException e) {
            throw Refused.filter(token + " is no JSON");
        }
    }

    /** RFC 7644 §3.4.2.2 writes {@code emails co "example.com"}. */
    private Target valueOf(Target complex) {
        Target value = complex.attribute()
                .subAttribute("value")
                .flatMap(sub -> below(complex, sub))
                .orElseThrow(() -> Refused.filter(complex.attribute().name() + " has no value of its own"));
        readable(value.attribute());
        return value;
    }

    private Attribute readable(Attribute attribute) {
        if (attribute.returned() == Returned.NEVER) {
            throw new Refused(Set.of(forbidden), attribute.name() + " is a secret");
        }
        return attribute;
    }

    private static Optional<Target> inResource(ResourceType type, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String urn : Stream.concat(
                        Stream.of(type.schema().id()),
                        type.extensions().stream().map(e -> e.schema().id()))
                .toList()) {
            if (lower.startsWith(urn.toLowerCase(Locale.ROOT) + ":")) {
                boolean core = urn.equals(type.schema().id());
                List<Attribute> attributes = core
                        ? type.schema().attributes()
                        : type.extension(urn).orElseThrow().attributes();
                return named(attributes, path.substring(urn.length() + 1), r -> core ? r : inside(r, urn));
            }
        }
        List<Attribute> unqualified = Stream.concat(CommonAttributes.ALL.stream(), type.schema().attributes().stream())
                .toList();
        return named(unqualified, path, r -> r);
    }

    private static JsonValue inside(JsonValue resource, String urn) {
        return resource.asJsonObject().getOrDefault(urn, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static Optional<Target> named(
            List<Attribute> attributes, String path, Function<JsonValue, JsonValue> holder) {
        String[] names = path.split("\\.", -1);
        Optional<Attribute> attribute = attributes.stream()
                .filter(a -> a.name().equalsIgnoreCase(names[0]))
                .findFirst();
        Optional<Target> whole =
                attribute.map(a -> new Target(a, r -> member(holder.apply(r), a.name()), Optional.empty()));
        return switch (names.length) {
            case 1 -> whole;
            case 2 -> whole.flatMap(t -> t.attribute().subAttribute(names[1]).flatMap(sub -> below(t, sub)));
            default -> Optional.empty();
        };
    }

    private static List<JsonValue> member(JsonValue object, String name) {
        return object instanceof JsonObject o ? Representation.values(o.get(name)) : List.of();
    }
}

package org.roster.scim.oracle;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
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

    /** Where a path leads: the definition, and the values of a resource or an element. */
    private record Target(Attribute attribute, Function<JsonValue, List<JsonValue>> values, boolean mayHaveBrackets) {}

    private final Function<String, Optional<Target>> names;

    private NaiveFilter(Function<String, Optional<Target>> names) {
        this.names = names;
    }

    /** Reads a filter on resources of a type. What it gives takes a {@link Representation}. */
    public static Predicate<JsonValue> of(String text, ResourceType type) {
        return new NaiveFilter(name -> inResource(type, name)).or(tokens(text));
    }

    /** Reads what stands in the brackets behind an attribute. What it gives takes one element. */
    static Predicate<JsonValue> ofElement(String text, Attribute attribute) {
        return elements(attribute).or(tokens(text));
    }

    private static NaiveFilter elements(Attribute attribute) {
        return new NaiveFilter(name -> {
            if (!attribute.complex()) {
                return Optional.of(new Target(attribute, Representation::values, false))
                        .filter(t -> name.equalsIgnoreCase("value"));
            }
            return attribute
                    .subAttribute(name)
                    .filter(sub -> searchable(attribute.name() + "." + sub.name()))
                    .map(sub -> new Target(sub, e -> member(e, sub.name()), false));
        });
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
                .map(this::factor)
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
    private static Predicate<JsonValue> valuePath(Target target, List<String> tokens) {
        Attribute attribute = readable(target.attribute());
        if (!target.mayHaveBrackets() || !(attribute.complex() || attribute.multiValued())) {
            throw Refused.filter("no brackets behind " + attribute.name());
        }
        int close = closing(tokens, 1);
        NaiveFilter inside = elements(attribute);
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

    private static Predicate<JsonValue> expression(Target named, List<String> tokens) {
        readable(named.attribute());
        String operator = tokens.get(0).toLowerCase(Locale.ROOT);
        Predicate<JsonValue> present = holder -> !named.values().apply(holder).isEmpty();
        if (operator.equals("pr") && tokens.size() == 1) {
            return present;
        }
        if (!OPERATORS.contains(operator) || tokens.size() != 2) {
            throw Refused.filter("no operator and value: " + tokens);
        }
        JsonValue value = literal(tokens.get(1));
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
        Predicate<JsonValue> any = holder -> target.values().apply(holder).stream()
                .anyMatch(v -> holds(attribute, v, operator.equals("ne") ? "eq" : operator, value));
        return operator.equals("ne") ? any.negate() : any;
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
    private static Target valueOf(Target complex) {
        Attribute value = complex.attribute()
                .subAttribute("value")
                .orElseThrow(() -> Refused.filter(complex.attribute().name() + " has no value of its own"));
        return new Target(
                readable(value),
                holder -> complex.values().apply(holder).stream()
                        .flatMap(e -> member(e, value.name()).stream())
                        .toList(),
                false);
    }

    private static Attribute readable(Attribute attribute) {
        if (attribute.returned() == Returned.NEVER) {
            throw Refused.filter(attribute.name() + " is a secret");
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
        Function<JsonValue, List<JsonValue>> values =
                r -> member(holder.apply(r), attribute.orElseThrow().name());
        if (names.length == 1) {
            return attribute.map(a -> new Target(a, values, true));
        }
        if (names.length > 2 || !searchable(path)) {
            return Optional.empty();
        }
        return attribute
                .flatMap(a -> a.subAttribute(names[1]))
                .map(s -> new Target(
                        s,
                        r -> values.apply(r).stream()
                                .flatMap(e -> member(e, s.name()).stream())
                                .toList(),
                        false));
    }

    /** Our choice: what depends on the request is not. */
    private static boolean searchable(String path) {
        return !path.matches("(?i)meta\\.(location|version)");
    }

    private static List<JsonValue> member(JsonValue object, String name) {
        return object instanceof JsonObject o ? Representation.values(o.get(name)) : List.of();
    }
}

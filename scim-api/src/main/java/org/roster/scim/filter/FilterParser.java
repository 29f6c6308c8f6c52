package org.roster.scim.filter;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.path.AttributePath;

/**
 * Reads the filter language: {@code not} binds tighter than {@code and}, {@code and} tighter than {@code or}; keywords and
 * names in any case. Beyond the grammar it takes {@code not (} with a blank (erratum 7319), any logic inside brackets
 * (errata 4690, 7322) and {@code emails[type eq "work"].value eq "x"}, which many clients send; the last is read as
 * {@code emails[type eq "work" and value eq "x"]}. Depth and length are capped, so a hostile text costs little.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644 §3.4.2.2, Figure 1</a>
 */
public final class FilterParser {

    private static final Map<String, String> MISTAKEN_OPERATORS = Map.ofEntries(
            Map.entry("equals", "eq"),
            Map.entry("equal", "eq"),
            Map.entry("is", "eq"),
            Map.entry("=", "eq"),
            Map.entry("==", "eq"),
            Map.entry("!=", "ne"),
            Map.entry("<>", "ne"),
            Map.entry("neq", "ne"),
            Map.entry("contains", "co"),
            Map.entry("like", "co"),
            Map.entry("startswith", "sw"),
            Map.entry("starts", "sw"),
            Map.entry("endswith", "ew"),
            Map.entry("ends", "ew"),
            Map.entry(">", "gt"),
            Map.entry(">=", "ge"),
            Map.entry("gte", "ge"),
            Map.entry("<", "lt"),
            Map.entry("<=", "le"),
            Map.entry("lte", "le"),
            Map.entry("present", "pr"),
            Map.entry("exists", "pr"));

    private final FilterLexer lexer;
    private final FilterLimits limits;
    private int depth;
    private int terms;

    private FilterParser(String text, FilterLimits limits) {
        this.lexer = new FilterLexer(text);
        this.limits = limits;
    }

    /**
     * Reads a filter.
     *
     * @param text the filter, decoded from the URL
     * @param limits how much of it is accepted
     * @return the tree, not bound to a schema
     * @throws ScimException 400 {@code invalidFilter}, with the position
     */
    public static Filter parse(String text, FilterLimits limits) {
        limits.checkLength(text);
        FilterParser parser = new FilterParser(text, limits);
        Filter filter = parser.or();
        if (!parser.lexer.atEnd()) {
            int position = parser.lexer.position();
            throw ScimException.invalidFilter(
                    "expected \"and\", \"or\" or the end, found " + parser.lexer.found(position), position);
        }
        return filter;
    }

    private Filter or() {
        List<Filter> alternatives = new ArrayList<>();
        do {
            alternatives.add(and());
        } while (lexer.takeWord("or"));
        return alternatives.size() == 1 ? alternatives.get(0) : new Or(alternatives);
    }

    private Filter and() {
        List<Filter> conditions = new ArrayList<>();
        do {
            conditions.add(term());
        } while (lexer.takeWord("and"));
        return conditions.size() == 1 ? conditions.get(0) : new And(conditions);
    }

    private Filter term() {
        int start = lexer.position();
        if (lexer.take('(')) {
            return inside(')', start);
        }
        if (lexer.takeWord("not")) {
            if (!lexer.take('(')) {
                throw ScimException.invalidFilter("expected \"(\" after not", lexer.position());
            }
            return new Not(inside(')', start));
        }
        return attributeExpression();
    }

    private Filter inside(char closing, int start) {
        if (++depth > limits.depth()) {
            throw ScimException.invalidFilter("nested more than " + limits.depth() + " deep", start);
        }
        Filter inner = or();
        if (!lexer.take(closing)) {
            int position = lexer.position();
            throw ScimException.invalidFilter("expected \"" + closing + "\", found " + lexer.found(position), position);
        }
        depth--;
        return inner;
    }

    private Filter attributeExpression() {
        if (++terms > limits.terms()) {
            throw ScimException.invalidFilter("more than " + limits.terms() + " terms", lexer.position());
        }
        int start = lexer.position();
        String name = lexer.word();
        AttributePath path = AttributePath.parse(name)
                .orElseThrow(() -> ScimException.invalidFilter(
                        "expected the name of an attribute, found " + lexer.found(start), start));
        if (!lexer.take('[')) {
            return operation(path);
        }
        Filter inner = inside(']', start);
        // Choice A-10: the grammar has nothing behind the brackets, but Entra does.
        String suffix = lexer.adjacentWord();
        if (suffix.isEmpty()) {
            return new ValuePath(path, inner);
        }
        AttributePath sub = AttributePath.parse(suffix.substring(1))
                .filter(p -> p.schema().isEmpty() && p.subAttribute().isEmpty())
                .orElseThrow(() -> ScimException.invalidFilter(
                        "expected the name of a sub-attribute behind the brackets of the value path", start));
        return new ValuePath(path, new And(List.of(inner, operation(sub))));
    }

    private Filter operation(AttributePath path) {
        if (lexer.takeWord("pr")) {
            return new Present(path);
        }
        int position = lexer.position();
        String word = lexer.word();
        CompareOperator operator = CompareOperator.of(word)
                .orElseThrow(() -> ScimException.invalidFilter(mistake(word, position), position));
        JsonValue value = lexer.value();
        return new Comparison(path, operator, value);
    }

    private String mistake(String word, int position) {
        String right = MISTAKEN_OPERATORS.get(word.toLowerCase(Locale.ROOT));
        String hint = right == null
                ? "; operators are eq, ne, co, sw, ew, gt, ge, lt, le and pr"
                : "; did you mean \"" + right + "\"?";
        return "expected an operator, found " + lexer.found(position) + hint;
    }
}

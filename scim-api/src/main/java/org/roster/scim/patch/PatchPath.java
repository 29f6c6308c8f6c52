package org.roster.scim.patch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.path.AttributePath;

/**
 * The target of a PATCH operation as the client wrote it: an attribute, or elements of a multi-valued attribute and
 * perhaps a sub-attribute of theirs: {@code emails[type eq "work"].value}. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644 §3.5.2, Figure 7</a>
 */
public final class PatchPath {

    private final AttributePath attribute;
    private final @Nullable Filter elements;

    private PatchPath(AttributePath attribute, @Nullable Filter elements) {
        this.attribute = attribute;
        this.elements = elements;
    }

    /**
     * A whole attribute or sub-attribute.
     *
     * @param attribute its path
     * @return the target
     */
    public static PatchPath of(AttributePath attribute) {
        return new PatchPath(attribute, null);
    }

    /**
     * Reads a path.
     *
     * @param text the path as sent
     * @param limits how long the path may be, and how much filter is accepted inside brackets
     * @return the target, not bound to a schema
     * @throws ScimException 400 {@code invalidPath}, or {@code invalidFilter} for the text inside brackets
     */
    public static PatchPath parse(String text, FilterLimits limits) {
        if (text.length() > limits.length()) {
            throw ScimException.invalidPath(
                    "the path has " + text.length() + " characters; at most " + limits.length() + " are accepted");
        }
        String path = text.strip();
        int open = path.indexOf('[');
        if (open < 0) {
            return of(attribute(path, text));
        }
        int close = path.lastIndexOf(']');
        String suffix = close < open ? "?" : path.substring(close + 1);
        if (!suffix.isEmpty() && !suffix.startsWith(".")) {
            throw malformed(text);
        }
        AttributePath attribute = attribute(path.substring(0, open), text);
        if (attribute.subAttribute().isPresent()) {
            throw malformed(text);
        }
        Filter elements = FilterParser.parse(path.substring(open + 1, close), limits);
        return new PatchPath(suffix.isEmpty() ? attribute : subAttribute(attribute, suffix, text), elements);
    }

    private static AttributePath subAttribute(AttributePath attribute, String suffix, String text) {
        return AttributePath.parse(suffix.substring(1))
                .filter(sub -> sub.schema().isEmpty() && sub.subAttribute().isEmpty())
                .map(sub -> attribute.sub(sub.name()))
                .orElseThrow(() -> malformed(text));
    }

    private static AttributePath attribute(String path, String text) {
        return AttributePath.parse(path).orElseThrow(() -> malformed(text));
    }

    private static ScimException malformed(String text) {
        return ScimException.invalidPath("path: \"" + text
                + "\" is not a path; write for instance userName, name.familyName or emails[type eq \"work\"].value");
    }

    /**
     * The attribute, with the sub-attribute after it or after the brackets.
     *
     * @return its path, as written
     */
    public AttributePath attribute() {
        return attribute;
    }

    /**
     * Which elements of the attribute are meant.
     *
     * @return empty if the path has no brackets
     */
    public Optional<Filter> elements() {
        return Optional.ofNullable(elements);
    }

    /**
     * The same elements of another attribute.
     *
     * @param other replaces the attribute
     * @return a new target
     */
    public PatchPath withAttribute(AttributePath other) {
        return new PatchPath(other, elements);
    }

    /**
     * Other elements of the same attribute.
     *
     * @param other replaces what stands in the brackets
     * @return a new target
     */
    public PatchPath withElements(Filter other) {
        return new PatchPath(attribute, other);
    }

    @Override
    public String toString() {
        if (elements == null) {
            return attribute.toString();
        }
        return attribute.parent() + "[" + elements + "]"
                + attribute.subAttribute().map(s -> "." + s).orElse("");
    }
}

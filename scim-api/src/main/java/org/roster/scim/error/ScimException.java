package org.roster.scim.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be served, with everything its answer needs: HTTP status, {@code scimType} and a detail for
 * people. The detail says what was wrong, where, and what would be right; it never holds secrets or internals.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644 §3.12</a>
 */
public final class ScimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Characters of a detail at its beginning and at its end; what a client sent may be long, and stands between them. */
    private static final int HEAD = 800;

    private static final int TAIL = 200;

    private final int status;
    private final @Nullable ScimType scimType;
    private final int retryAfter;

    private ScimException(int status, @Nullable ScimType scimType, String detail) {
        this(status, scimType, detail, 0);
    }

    private ScimException(int status, @Nullable ScimType scimType, String detail, int retryAfter) {
        // To find out where it comes from would cost more than all the rest of a refusal that shall cost nothing.
        super(shortened(detail), null, true, retryAfter == 0);
        this.status = status;
        this.scimType = scimType;
        this.retryAfter = retryAfter;
    }

    private static String shortened(String detail) {
        if (detail.length() <= HEAD + TAIL) {
            return detail;
        }
        // No half of a surrogate pair at either cut.
        int head = Character.isHighSurrogate(detail.charAt(HEAD - 1)) ? HEAD - 1 : HEAD;
        int tail = detail.length() - TAIL;
        int next = Character.isLowSurrogate(detail.charAt(tail)) ? tail + 1 : tail;
        return detail.substring(0, head) + " ... " + detail.substring(next);
    }

    /**
     * An error without a {@code scimType}.
     *
     * @param status HTTP status, 400 to 599
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException of(int status, String detail) {
        return new ScimException(status, null, detail);
    }

    /**
     * 429: the caller has asked for too much, and may ask again later (RFC 6585 §4).
     *
     * @param detail what was too much, and what to do
     * @param seconds after which a further try makes sense, at least 1
     * @return the exception, to be thrown
     */
    public static ScimException tooManyRequests(String detail, int seconds) {
        return new ScimException(429, null, detail, seconds);
    }

    /**
     * 400 {@code invalidFilter} at a place in the filter text.
     *
     * @param problem what was wrong there, and what would be right
     * @param position 1-based position of the character
     * @return the exception, to be thrown
     */
    public static ScimException invalidFilter(String problem, int position) {
        return invalidFilter("filter, at position " + position + ": " + problem);
    }

    /**
     * 400 {@code invalidFilter}.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidFilter(String detail) {
        return new ScimException(400, ScimType.INVALID_FILTER, detail);
    }

    /**
     * 400 {@code tooMany}: the answer would have more than the server holds at once.
     *
     * @param detail a sentence for the caller, with how to ask for less
     * @return the exception, to be thrown
     */
    public static ScimException tooMany(String detail) {
        return new ScimException(400, ScimType.TOO_MANY, detail);
    }

    /**
     * 400 {@code invalidSyntax}: the body is not the message that was expected.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidSyntax(String detail) {
        return new ScimException(400, ScimType.INVALID_SYNTAX, detail);
    }

    /**
     * 400 {@code invalidPath}: the path of a PATCH operation is malformed or names nothing.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidPath(String detail) {
        return new ScimException(400, ScimType.INVALID_PATH, detail);
    }

    /**
     * 400 {@code noTarget}: the path of a PATCH operation selects nothing, or is missing where it is needed.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException noTarget(String detail) {
        return new ScimException(400, ScimType.NO_TARGET, detail);
    }

    /**
     * 400 {@code invalidValue}: a value is missing, of the wrong type or not acceptable.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidValue(String detail) {
        return new ScimException(400, ScimType.INVALID_VALUE, detail);
    }

    /**
     * 400 {@code mutability}: the attribute may not be changed in this way.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException mutability(String detail) {
        return new ScimException(400, ScimType.MUTABILITY, detail);
    }

    /**
     * 400 {@code invalidCursor}. One text for every reason, so that nobody learns from it what there is (RFC 9865 §5.2).
     *
     * @return the exception, to be thrown
     */
    public static ScimException invalidCursor() {
        return new ScimException(
                400,
                ScimType.INVALID_CURSOR,
                "cursor: this is not a cursor that this query gave; send nextCursor or previousCursor unchanged, and all "
                        + "other parameters as in the first request, which has an empty cursor");
    }

    /**
     * 400 {@code expiredCursor}.
     *
     * @param timeout for how many seconds a cursor is good
     * @return the exception, to be thrown
     */
    public static ScimException expiredCursor(int timeout) {
        return new ScimException(
                400,
                ScimType.EXPIRED_CURSOR,
                "cursor: it was given more than " + timeout + " seconds ago; begin again with an empty cursor");
    }

    /**
     * 400 {@code invalidCount}, of a page by cursor.
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidCount(String detail) {
        return new ScimException(400, ScimType.INVALID_COUNT, detail);
    }

    /**
     * 400 {@code invalidVers}: the version of the protocol in the URL is not supported (RFC 7644 §3.13).
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException invalidVers(String detail) {
        return new ScimException(400, ScimType.INVALID_VERS, detail);
    }

    /**
     * 403 {@code sensitive}: the request would put confidential data into a URL (RFC 7644 §7.5.2).
     *
     * @param detail a sentence for the caller
     * @return the exception, to be thrown
     */
    public static ScimException sensitive(String detail) {
        return new ScimException(403, ScimType.SENSITIVE, detail);
    }

    /**
     * 409 {@code uniqueness}: another resource has this value already (RFC 7644 §3.3; choice A-08: RFC 7643 §7 has 400).
     *
     * @param attribute path of the attribute, for instance {@code userName}
     * @param value the value as the client sent it
     * @return the exception, to be thrown
     */
    public static ScimException uniqueness(String attribute, String value) {
        return new ScimException(
                409, ScimType.UNIQUENESS, attribute + " \"" + value + "\" is already in use by another resource");
    }

    /**
     * 404: no resource of this type has this id. The same answer is given for a resource that the caller may not see.
     *
     * @param resourceType name of the resource type, for instance {@code User}
     * @param id the id as the client sent it
     * @return the exception, to be thrown
     */
    public static ScimException notFound(String resourceType, String id) {
        return of(404, resourceType + " " + id + " not found");
    }

    /**
     * 412: the resource has another version than the client's precondition demands (RFC 7644 §3.14).
     *
     * @return the exception, to be thrown
     */
    public static ScimException preconditionFailed() {
        return of(412, "the resource has changed since it was read; read it again and repeat the change");
    }

    /**
     * HTTP status of the answer.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Keyword of the answer, where RFC 7644 has one.
     *
     * @return empty for instance for 404
     */
    public Optional<ScimType> scimType() {
        return Optional.ofNullable(scimType);
    }

    /**
     * The sentence for the caller. One of more than 1,000 characters, as comes of long names and values, lost its middle.
     *
     * @return never blank
     */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * When a further try makes sense, for the header {@code Retry-After}.
     *
     * @return seconds from now, at least 1; empty if nothing is known about it
     */
    public OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}

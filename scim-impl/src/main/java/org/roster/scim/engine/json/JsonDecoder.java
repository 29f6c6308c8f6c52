package org.roster.scim.engine.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.roster.scim.error.ScimException;

/**
 * Reads a request body: one JSON object in UTF-8. Iterative, so nesting costs no stack; capped, so a hostile body costs
 * little. Stricter than JSON where tolerance would be a trap: a member may not appear twice, and text may hold neither NUL
 * nor half a surrogate pair, which databases refuse.
 */
public final class JsonDecoder {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonLimits limits;

    /**
     * Makes a decoder.
     *
     * @param limits how much it accepts
     */
    public JsonDecoder(JsonLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a body.
     *
     * @param body all of it
     * @return the object
     * @throws ScimException 400 {@code invalidSyntax}, or {@code invalidValue} for text that cannot be stored
     */
    public JsonObject decode(byte[] body) {
        String text = text(body);
        if (text.isBlank()) {
            throw ScimException.invalidSyntax("the request has no body; send a JSON object");
        }
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            JsonValue root = read(parser);
            if (parser.hasNext()) {
                throw malformed(parser.getLocation());
            }
            if (root instanceof JsonObject object) {
                return object;
            }
            throw ScimException.invalidSyntax("the body is a JSON " + kind(root) + "; send a JSON object");
        } catch (JsonParsingException e) {
            throw malformed(e.getLocation());
        }
    }

    private static String text(byte[] body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                    ? text.subSequence(1, text.length()).toString()
                    : text.toString();
        } catch (CharacterCodingException e) {
            throw ScimException.invalidSyntax("the body is not valid UTF-8");
        }
    }

    private JsonValue read(JsonParser parser) {
        Deque<JsonLevel> open = new ArrayDeque<>();
        JsonLevel root = JsonLevel.root();
        open.push(root);
        int values = 0;
        while (!root.complete()) {
            JsonLevel level = open.element();
            JsonParser.Event event = parser.next();
            if (++values > limits.values() * 2L) {
                throw ScimException.invalidSyntax("the body has more than " + limits.values() + " values");
            }
            switch (event) {
                case KEY_NAME -> {
                    // Where a name stands is where its object stands.
                    open.pop();
                    level.name(checked(parser.getString(), open, "the name of a member"), limits.members());
                    open.push(level);
                }
                case START_OBJECT, START_ARRAY -> {
                    if (open.size() > limits.depth()) {
                        throw ScimException.invalidSyntax("the body is nested more than " + limits.depth() + " deep");
                    }
                    open.push(event == JsonParser.Event.START_OBJECT ? JsonLevel.object() : JsonLevel.array());
                }
                case END_OBJECT, END_ARRAY -> {
                    JsonValue ended = open.pop().build();
                    open.element().add(ended);
                }
                case VALUE_STRING -> level.add(JSON.createValue(checked(parser.getString(), open, "the text")));
                case VALUE_NUMBER -> level.add(number(parser.getString()));
                case VALUE_TRUE -> level.add(JsonValue.TRUE);
                case VALUE_FALSE -> level.add(JsonValue.FALSE);
                case VALUE_NULL -> level.add(JsonValue.NULL);
                default -> throw new IllegalStateException("unexpected " + event);
            }
        }
        return root.build();
    }

    private JsonValue number(String literal) {
        int exponent = Math.max(literal.indexOf('e'), literal.indexOf('E'));
        if (literal.length() > limits.numberLength() || (exponent >= 0 && literal.length() - exponent > 6)) {
            throw ScimException.invalidValue("a number is too long or too large: "
                    + literal.substring(0, Math.min(20, literal.length())) + (literal.length() > 20 ? "..." : ""));
        }
        return JSON.createValue(new BigDecimal(literal));
    }

    private static String checked(String text, Deque<JsonLevel> open, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw unstorable(what, open, i, "is U+0000");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw unstorable(what, open, i, "is half of a surrogate pair");
            }
        }
        return text;
    }

    /** Says where: the path of the value, and the character in it, counted from 1. */
    private static ScimException unstorable(String what, Deque<JsonLevel> open, int index, String fault) {
        StringBuilder path = new StringBuilder();
        open.descendingIterator().forEachRemaining(level -> path.append(level.place()));
        String where = path.toString().replaceFirst("^\\.", "");
        return ScimException.invalidValue((where.isEmpty() ? "" : where + ": ") + "character " + (index + 1) + " of "
                + what + " " + fault + ", which cannot be stored");
    }

    private static ScimException malformed(JsonLocation at) {
        return ScimException.invalidSyntax(
                "malformed JSON near line " + at.getLineNumber() + ", column " + at.getColumnNumber());
    }

    private static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case TRUE, FALSE -> "boolean";
            default -> "null";
        };
    }
}

package org.roster.scim.oracle;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roster.scim.schema.Attribute;

/** The values of an attribute that has several: which are the same, and which is primary (RFC 7643 §2.4). */
final class NaiveElements {

    private static final JsonProvider JSON = JsonProvider.provider();

    private NaiveElements() {}

    /** RFC 7644 §3.5.2.1: a new value is added; one that is there stays, with what else was said of it. */
    static JsonArray added(Attribute attribute, JsonValue stored, JsonArray sent) {
        List<JsonValue> elements = new ArrayList<>(Representation.values(stored));
        int primary = -1;
        for (JsonValue element : sent) {
            int known = 0;
            while (known < elements.size() && !said(attribute, element, elements.get(known))) {
                known++;
            }
            if (known == elements.size()) {
                elements.add(element);
            } else if (element instanceof JsonObject object) {
                elements.set(known, completed(elements.get(known).asJsonObject(), object));
            }
            primary = NaiveReader.primary(element) ? known : primary;
        }
        onePrimary(elements, primary);
        return array(elements);
    }

    private static JsonObject completed(JsonObject stored, JsonObject sent) {
        JsonObjectBuilder completed = JSON.createObjectBuilder(sent);
        stored.forEach((name, value) -> {
            if (name.equals("value") || name.equals("type") || !sent.containsKey(name)) {
                completed.add(name, value);
            }
        });
        return completed.build();
    }

    /**
     * Whether a client that says this means that element: the same value and type, since this pair shall be there once, or
     * where no value was said, the same in all.
     */
    private static boolean said(Attribute attribute, JsonValue sent, JsonValue stored) {
        if (!(sent instanceof JsonObject object) || !object.containsKey("value")) {
            return attribute.complex() ? sent.equals(stored) : equal(Optional.of(attribute), sent, stored);
        }
        return sub(attribute, "value", object, stored)
                && (!object.containsKey("type") || sub(attribute, "type", object, stored));
    }

    private static boolean sub(Attribute attribute, String name, JsonObject left, JsonValue right) {
        JsonValue l = left.get(name);
        JsonValue r = right.asJsonObject().get(name);
        return (l == null || r == null) ? l == r : equal(attribute.subAttribute(name), l, r);
    }

    private static boolean equal(Optional<Attribute> attribute, JsonValue left, JsonValue right) {
        boolean simple = !(left instanceof JsonArray) && attribute.isPresent();
        return simple ? NaiveValues.compare(attribute.get(), left, right) == 0 : left.equals(right);
    }

    /** a remove with a list of values removes these and no others. */
    static JsonArray without(Attribute attribute, JsonValue stored, JsonArray listed) {
        return array(Representation.values(stored).stream()
                .filter(element -> listed.stream().noneMatch(l -> means(attribute, l, element)))
                .toList());
    }

    private static boolean means(Attribute attribute, JsonValue listed, JsonValue stored) {
        return (listed instanceof JsonObject object && !object.containsKey("value"))
                ? object.keySet().stream().allMatch(name -> sub(attribute, name, object, stored))
                : said(attribute, listed, stored);
    }

    /** RFC 7644 §3.5.2: setting {@code primary} on one value sets it to false on the others. */
    static void onePrimary(List<JsonValue> elements, int chosen) {
        if (chosen >= 0) {
            for (int i = 0; i < elements.size(); i++) {
                JsonValue element = elements.get(i);
                if (i != chosen && NaiveReader.primary(element)) {
                    elements.set(
                            i,
                            JSON.createObjectBuilder(element.asJsonObject())
                                    .add("primary", false)
                                    .build());
                }
            }
        }
    }

    /** Each value and type once. */
    static JsonArray distinct(Attribute attribute, List<JsonValue> elements) {
        List<JsonValue> distinct = new ArrayList<>();
        for (JsonValue element : elements) {
            JsonValue cleaned = NaiveReader.cleaned(element);
            if (cleaned != JsonValue.NULL && distinct.stream().noneMatch(d -> same(attribute, d, cleaned))) {
                distinct.add(cleaned);
            }
        }
        return array(distinct);
    }

    private static boolean same(Attribute attribute, JsonValue left, JsonValue right) {
        boolean pair = left instanceof JsonObject l && l.containsKey("value");
        return pair
                ? sub(attribute, "value", left.asJsonObject(), right)
                        && sub(attribute, "type", left.asJsonObject(), right)
                : said(attribute, left, right);
    }

    static JsonArray array(List<JsonValue> elements) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        elements.forEach(array::add);
        return array.build();
    }
}

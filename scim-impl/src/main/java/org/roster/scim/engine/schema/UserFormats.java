package org.roster.scim.engine.schema;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Format;

/** The forms that RFC 7643 §4.1 demands of texts of a User, in words that a published schema has no place for. */
final class UserFormats {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private static final Map<String, Format> FORMATS = Map.ofEntries(
            entry("profileUrl", Format.URL),
            entry("preferredLanguage", Format.LANGUAGE_RANGES),
            entry("locale", Format.LANGUAGE_TAG),
            entry("timezone", Format.TIME_ZONE),
            entry("emails.value", Format.EMAIL),
            entry("phoneNumbers.value", Format.PHONE),
            entry("ims.value", Format.INSTANT_MESSENGER),
            entry("photos.value", Format.URL),
            entry("addresses.country", Format.COUNTRY),
            entry("x509Certificates.value", Format.CERTIFICATE));

    private UserFormats() {}

    /** The attributes of a schema, with their formats where it is the one of a User. */
    static List<Attribute> in(String schema, List<Attribute> attributes) {
        return schema.equals(USER)
                ? attributes.stream().map(each -> formatted("", each)).toList()
                : attributes;
    }

    private static Attribute formatted(String parent, Attribute attribute) {
        String path = parent + attribute.name();
        return attribute.toBuilder()
                .format(FORMATS.getOrDefault(path, Format.ANY))
                .subAttributes(attribute.subAttributes().stream()
                        .map(sub -> formatted(path + ".", sub))
                        .toList())
                .build();
    }
}

package org.roster.scim.engine.projection;

import java.util.Arrays;
import java.util.List;
import org.roster.scim.spi.Precondition;

/**
 * Versions as HTTP and {@code meta.version} write them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.14">RFC 7644 §3.14</a>
 */
public final class EntityTag {

    private EntityTag() {}

    /**
     * Writes a version.
     *
     * @param version the store's version
     * @return weak, because one tag stands for every projection of the resource
     */
    public static String of(String version) {
        return "W/\"" + version + "\"";
    }

    /**
     * Reads a list of tags. Choice A-09: RFC 7644 §3.14 shows weak tags in If-Match, which RFC 9110 would never match; so W/
     * is not looked at.
     *
     * @param text tags, separated by commas
     * @return the opaque part of each; a star stays a star
     */
    public static List<String> versions(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .map(tag -> tag.replaceAll("^\"|\"$", ""))
                .toList();
    }

    /**
     * What a client means that sends these versions along with a change.
     *
     * @param versions as read
     * @return none for a star, and for no version at all
     */
    public static Precondition precondition(List<String> versions) {
        return versions.contains("*") ? Precondition.NONE : new Precondition(versions);
    }
}

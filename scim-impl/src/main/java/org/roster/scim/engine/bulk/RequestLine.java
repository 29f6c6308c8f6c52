package org.roster.scim.engine.bulk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.error.ScimException;

/**
 * What an operation does, and to what. A path is {@code /Users} for POST and {@code /Users/id} otherwise; the slash in front
 * may be missing. Whether there is such an endpoint is not known here.
 *
 * @param method what to do
 * @param endpoint with the slash, as the registry has it
 * @param id of the resource, or a reference to a bulkId; empty for POST
 */
record RequestLine(Method method, String endpoint, Optional<String> id) {

    private static final Set<String> NO_RESOURCES =
            Set.of("/Bulk", "/Me", "/.search", "/ServiceProviderConfig", "/Schemas", "/ResourceTypes");

    /** Reads a path; says what is wrong with it in words that help to write the right one. */
    static RequestLine of(Method method, String path) {
        if (path.contains("://") || path.startsWith("//")) {
            throw wrong(path, "is a URL; a path begins at the base URL of the service", method);
        }
        if (path.contains("?") || path.contains("#")) {
            throw wrong(path, "has a query or a fragment, which mean nothing here", method);
        }
        String relative = path.startsWith("/") ? path.substring(1) : path;
        List<String> segments = Arrays.stream(relative.split("/", -1))
                .map(segment -> decoded(segment, path, method))
                .toList();
        String endpoint = "/" + segments.get(0);
        if (NO_RESOURCES.contains(endpoint)) {
            throw wrong(path, "is not an endpoint of resources", method);
        }
        if (segments.size() != (method == Method.POST ? 1 : 2)
                || !segments.stream().allMatch(RequestLine::plain)) {
            throw wrong(path, "does not fit", method);
        }
        return new RequestLine(method, endpoint, segments.stream().skip(1).findFirst());
    }

    private static String decoded(String segment, String path, Method method) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(path, "has a % that is not followed by two hexadecimal digits", method);
        }
    }

    private static boolean plain(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(Character::isISOControl);
    }

    private static ScimException wrong(String path, String problem, Method method) {
        String right = method == Method.POST ? "an endpoint such as /Users" : "a resource such as /Users/2819c223";
        String shown = path.length() <= 100 ? path : path.substring(0, 97) + "...";
        return ScimException.invalidValue(
                "path: \"" + shown + "\" " + problem + "; " + method + " needs the path of " + right);
    }

    /** The path, for operations that are to be compared by what they change. */
    String path() {
        return endpoint + id.map(i -> "/" + i).orElse("");
    }
}

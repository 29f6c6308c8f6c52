package org.roster.scim.engine.boot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL with a tenant in it is, for an application at some path: for {@code /scim/v2} it is below {@code /scim/t}, so
 * that {@code /scim/t/acme/v2/Users} means {@code /scim/v2/Users} of acme. An application at {@code /v2} has none, because
 * {@code /t} may be the product's.
 *
 * @param prefix of the path, in front of the tenant
 * @param version the rest of the path, behind the tenant; may be empty
 */
record TenantPath(String prefix, String version) {

    private static final Pattern PATH = Pattern.compile("(/.+?)(/v\\d+)?");

    static Optional<TenantPath> of(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || path.matches("/v\\d+")) {
            return Optional.empty();
        }
        return Optional.of(new TenantPath(parts.group(1), parts.group(2) == null ? "" : parts.group(2)));
    }

    String pattern() {
        return prefix + "/t/*";
    }
}

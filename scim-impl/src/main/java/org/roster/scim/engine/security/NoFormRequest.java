package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body nobody takes for a form. Jersey reads a form before it asks anybody whether the caller is known, so that
 * whoever is not could make it read. No endpoint takes forms; as bytes of an unknown type they are refused unread.
 */
final class NoFormRequest extends HttpServletRequestWrapper {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BYTES = "application/octet-stream";

    NoFormRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getContentType() {
        return isForm(super.getContentType()) ? BYTES : super.getContentType();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? BYTES : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.enumeration(List.of(BYTES)) : super.getHeaders(name);
    }

    private boolean hides(String name) {
        return name.equalsIgnoreCase(CONTENT_TYPE) && isForm(super.getContentType());
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.strip().regionMatches(true, 0, FORM, 0, FORM.length());
    }
}

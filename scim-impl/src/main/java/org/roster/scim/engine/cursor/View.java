package org.roster.scim.engine.cursor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.RequestContext;

/**
 * What a cursor is bound to: everything of a request that decides what its pages show, but for the page itself. That is
 * the tenant, the caller and his roles, the types that he may query, and filter, order and attributes.
 */
final class View {

    private View() {}

    static byte[] of(RequestContext context, Query query) {
        MessageDigest digest = sha256();
        Stream<String> caller = Stream.concat(
                Stream.of(context.tenant(), context.caller().name()),
                context.caller().roles().stream().sorted());
        add(digest, caller);
        add(digest, Stream.of(query.order().sort().toString()));
        query.selections().forEach(selection -> add(digest, parts(selection)));
        return digest.digest();
    }

    private static Stream<String> parts(Selection selection) {
        Stream<String> what = Stream.of(
                selection.type().name(),
                selection.filter().toString(),
                selection.projection().mode().name());
        return Stream.of(
                        what,
                        sorted(selection.projection().paths()),
                        // What he may not see, though the roles are the same: whoever decides may have changed his
                        // mind.
                        Stream.of("hidden"),
                        sorted(selection.projection().hidden()))
                .flatMap(parts -> parts);
    }

    private static Stream<String> sorted(Set<ResolvedPath> paths) {
        return paths.stream().map(Object::toString).sorted();
    }

    /** With their lengths and their number, so that no two lists give the same bytes. */
    private static void add(MessageDigest digest, Stream<String> texts) {
        texts.forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        digest.update((byte) ';');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

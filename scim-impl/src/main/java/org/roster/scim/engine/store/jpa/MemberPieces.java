package org.roster.scim.engine.store.jpa;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.store.jpa.MemberTable.Piece;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;

/**
 * Reads the members of a group in pieces, each in a transaction of its own that begins behind the last member of the piece
 * before, and gives them in parts. Who is a member throughout comes once. Not thread-safe.
 */
final class MemberPieces implements Iterator<ScimResource> {

    private final Retries retries;
    private final StoredResource group;
    private final ResolvedPath attribute;
    private final MemberTable.Size size;
    private Piece piece;
    private final Deque<MemberElements> parts = new ArrayDeque<>();

    /**
     * Goes on.
     *
     * @param retries runs the transactions
     * @param group whose members
     * @param attribute that lists them
     * @param size of pieces and parts
     * @param first the piece that is there already; its first part has been given
     */
    MemberPieces(Retries retries, StoredResource group, ResolvedPath attribute, MemberTable.Size size, Piece first) {
        this.retries = retries;
        this.group = group;
        this.attribute = attribute;
        this.size = size;
        this.piece = first;
        parts.addAll(first.parts().subList(1, first.parts().size()));
        advance();
    }

    /** Reads the next piece when nothing is left of the last one, unless that was not full: then it was the last of all. */
    private void advance() {
        if (parts.isEmpty() && piece.number() == size.piece()) {
            String behind = piece.last();
            piece = retries.read(em -> new MemberTable(em).piece(attribute, group.id(), behind, size));
            if (piece.number() > 0) {
                parts.addAll(piece.parts());
            }
        }
    }

    @Override
    public boolean hasNext() {
        return !parts.isEmpty();
    }

    @Override
    public ScimResource next() {
        String array = parts.remove().of(group.id()).orElseThrow(NoSuchElementException::new);
        advance();
        return ScimResource.ofText(
                group.id(),
                group.meta(),
                DocumentText.with("{}", attribute.attribute().name(), array));
    }
}

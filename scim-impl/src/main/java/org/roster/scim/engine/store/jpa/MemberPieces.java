package org.roster.scim.engine.store.jpa;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.store.jpa.MemberTable.Piece;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;

/**
 * Reads the members of a group in pieces, each in a transaction of its own that begins behind the last member of the piece
 * before. Who is a member throughout comes once. Not thread-safe.
 */
final class MemberPieces implements Iterator<ScimResource> {

    private final Retries retries;
    private final StoredResource group;
    private final ResolvedPath attribute;
    private final int most;
    private Piece next;

    /**
     * Goes on.
     *
     * @param retries runs the transactions
     * @param group whose members
     * @param attribute that lists them
     * @param most members in a piece
     * @param first the piece that is there already
     */
    MemberPieces(Retries retries, StoredResource group, ResolvedPath attribute, int most, Piece first) {
        this.retries = retries;
        this.group = group;
        this.attribute = attribute;
        this.most = most;
        this.next = first;
        advance();
    }

    /** One that is not full is the last one; then nobody has to look for another. */
    private void advance() {
        String behind = next.last();
        next = next.number() < most
                ? new Piece(new MemberElements(attribute), 0, behind)
                : retries.read(em -> new MemberTable(em).piece(attribute, group.id(), behind, most));
    }

    @Override
    public boolean hasNext() {
        return next.number() > 0;
    }

    @Override
    public ScimResource next() {
        String array = next.elements().of(group.id()).orElseThrow(NoSuchElementException::new);
        advance();
        return ScimResource.ofText(
                group.id(),
                group.meta(),
                DocumentText.with("{}", attribute.attribute().name(), array));
    }
}

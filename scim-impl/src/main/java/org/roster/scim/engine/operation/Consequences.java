package org.roster.scim.engine.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.SessionRevoker;

/**
 * What follows a change that took effect: sessions end, and observers are told.
 *
 * @param sessions end when a user is shut out
 * @param events who observes
 * @param waiting what has to wait for the transaction around; empty if there is none
 */
record Consequences(SessionRevoker sessions, ResourceEvents events, Optional<List<Consumer<Consequences>>> waiting) {

    Consequences(SessionRevoker sessions, ResourceEvents events) {
        this(sessions, events, Optional.empty());
    }

    /** The same, but kept in a list until a transaction has committed. */
    Consequences waitingIn(List<Consumer<Consequences>> list) {
        return new Consequences(sessions, events, Optional.of(list));
    }

    /** What was kept takes place here: now, or when this has waited long enough itself. */
    void follow(List<Consumer<Consequences>> kept) {
        kept.forEach(this::follow);
    }

    /** Whether anybody but sessions wants to know. */
    boolean observed() {
        return events.observed();
    }

    void revoke(Revocation revocation) {
        follow(then -> then.sessions().revoke(revocation));
    }

    void changed(ResourceChange change) {
        follow(then -> then.events().changed(change));
    }

    private void follow(Consumer<Consequences> consequence) {
        waiting.ifPresentOrElse(list -> list.add(consequence), () -> consequence.accept(this));
    }
}

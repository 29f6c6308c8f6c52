package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * An update that remembers what it does, for those who observe it. The store has read the resource anyway, so knowing what
 * was before costs nothing; if the store tries again, the last try counts.
 */
final class WatchedUpdate implements ResourceUpdate {

    private final Told told;
    private final ResourceUpdate update;
    private final Optional<Consumer<ResourceChange>> before;
    private @Nullable Step last;

    /** What an application of the update did. */
    private record Step(ScimResource from, JsonObject to) {}

    /**
     * Watches an update.
     *
     * @param told makes of it what observers see
     * @param update what is done
     * @param before is told each time, before the store writes
     */
    WatchedUpdate(Told told, ResourceUpdate update, Optional<Consumer<ResourceChange>> before) {
        this.told = told;
        this.update = update;
        this.before = before;
    }

    @Override
    public Precondition precondition() {
        return update.precondition();
    }

    @Override
    public List<AttributeChange> changesOf(String attribute) {
        return update.changesOf(attribute);
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        Step step = new Step(current, update.applyTo(current, holding));
        last = step;
        before.filter(ask -> differs(step)).ifPresent(ask -> ask.accept(change(step, current.meta())));
        return step.to();
    }

    /**
     * What the update did, as it was last applied.
     *
     * @param meta of the resource afterwards
     * @return empty if it had no effect
     */
    Optional<ResourceChange> change(Meta meta) {
        return Optional.ofNullable(last)
                .filter(step -> meta.version().isEmpty()
                        ? differs(step)
                        : !meta.version().equals(step.from().meta().version()))
                .map(step -> change(step, meta));
    }

    private boolean differs(Step step) {
        return !members().isEmpty()
                || !told.withoutMembers(step.to())
                        .equals(told.withoutMembers(step.from().attributes()));
    }

    private List<AttributeChange> members() {
        return told.members().map(update::changesOf).orElse(List.of());
    }

    private ResourceChange change(Step step, Meta meta) {
        ScimResource after = new ScimResource(step.from().id(), meta, step.to());
        return told.of(Optional.of(step.from()), Optional.of(after), members());
    }
}

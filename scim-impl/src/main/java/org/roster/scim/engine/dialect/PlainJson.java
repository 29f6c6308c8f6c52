package org.roster.scim.engine.dialect;

import java.util.Set;
import org.roster.scim.engine.configuration.Mode;

/** OneLogin wants answers as {@code application/json} (recording {@code house/07-plain-json}). */
final class PlainJson implements Quirk {

    @Override
    public String id() {
        return "V-NEG-01";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.ONELOGIN);
    }

    @Override
    public boolean plainJson() {
        return true;
    }
}

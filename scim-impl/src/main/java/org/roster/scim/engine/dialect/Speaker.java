package org.roster.scim.engine.dialect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.engine.configuration.Modes;

/** Who sent the request that is being read, as far as it matters for how it is read. */
@RequestScoped
public class Speaker {

    private final Modes modes;
    private Optional<Mode> mode = Optional.empty();
    private boolean known;

    /** For the CDI proxy. */
    protected Speaker() {
        this(new Modes(new Configuration()));
    }

    /**
     * Begins with nobody.
     *
     * @param modes knows clients
     */
    @Inject
    public Speaker(Modes modes) {
        this.modes = modes;
    }

    /**
     * Says who it is; called before the request is read.
     *
     * @param caller the name of the caller
     * @param userAgent the header
     */
    public void is(String caller, Optional<String> userAgent) {
        mode = modes.known(caller, userAgent);
        known = mode.isPresent();
    }

    /**
     * Takes a sign in the request itself, if nobody said anything about this client.
     *
     * @param recognised what it is a sign of
     */
    public void seems(Mode recognised) {
        if (!known && modes.otherwise() == Mode.RFC) {
            mode = Optional.of(recognised);
        }
    }

    Mode mode() {
        return mode.orElse(modes.otherwise());
    }
}

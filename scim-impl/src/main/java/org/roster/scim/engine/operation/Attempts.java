package org.roster.scim.engine.operation;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/** What one request is called, and what was refused to it: a bulk request can be refused many things. */
@RequestScoped
public class Attempts {

    private static final int FORBIDDEN = 403;
    private static final HexFormat HEX = HexFormat.of();

    private final String requestId = HEX.toHexDigits(System.currentTimeMillis(), 12)
            + HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    private final List<Attempt> refused = new ArrayList<>();
    private String address = "";
    private @Nullable ScimException veto;

    /**
     * What the request is called.
     *
     * @return 28 hexadecimal digits, of which the first 12 are the time in milliseconds since 1970
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Says where the request comes from.
     *
     * @param client an address
     */
    public void comeFrom(String client) {
        this.address = client;
    }

    /**
     * What was refused.
     *
     * @return in order
     */
    public List<Attempt> refused() {
        return List.copyOf(refused);
    }

    /** Forgets all but the first of what was refused. */
    void forget(int first) {
        refused.subList(first, refused.size()).clear();
    }

    /** Whatever its status, this refuses what was permitted. */
    void vetoed(ScimException refusal) {
        this.veto = refusal;
    }

    /** Does something, and notes it for each of the types that it is about if it is refused. */
    <T> T of(RequestContext context, Operation operation, List<ResourceType> types, String id, Supplier<T> work) {
        try {
            return work.get();
        } catch (ScimException e) {
            if (e.status() == FORBIDDEN || e.equals(veto)) {
                types.forEach(type -> refused.add(new Attempt(
                        context.tenant(),
                        DateTimes.now(),
                        context.caller().name(),
                        address,
                        requestId,
                        operation.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        type.name(),
                        id,
                        false,
                        e.detail())));
            }
            throw e;
        }
    }
}

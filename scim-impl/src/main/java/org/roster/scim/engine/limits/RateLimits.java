package org.roster.scim.engine.limits;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.limits.Admission.Counted;
import org.roster.scim.engine.limits.Admission.Entry;
import org.roster.scim.engine.security.Callers;
import org.roster.scim.engine.security.ErrorAnswer;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TenantResolver;

/**
 * Refuses what is too much, with 429 and the time to wait, before anything of a request is read. Counts a request for its
 * credential and then for its tenant; one without a credential for its address. Comes after the authentication.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585 §4</a>
 */
public class RateLimits extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(RateLimits.class.getName());

    /** A request that is forwarded comes by again. */
    private static final String COUNTED = RateLimits.class.getName();

    private transient @Nullable Admission admission;
    private transient @Nullable TenantResolver tenants;

    /**
     * Takes what it needs.
     *
     * @param limits the limits
     * @param resolver says whose directory a caller works on
     */
    @Inject
    public void initialize(Limits limits, TenantResolver resolver) {
        initialize(limits, resolver, System::nanoTime);
    }

    void initialize(Limits limits, TenantResolver resolver, LongSupplier nanoseconds) {
        this.admission = new Admission(limits, nanoseconds);
        this.tenants = resolver;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (admission == null || tenants == null || request.getAttribute(COUNTED) != null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(COUNTED, true);
        List<Counted> counted = counted(request, admission, tenants);
        Entry entry = admission.enter(counted);
        if (entry.refusal().isPresent()) {
            ErrorAnswer.write(response, entry.refusal().get().error());
            if (entry.tell()) {
                tell(entry.refusal().get(), counted);
            }
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            release(request, entry.ticket());
        }
    }

    private static List<Counted> counted(HttpServletRequest request, Admission admission, TenantResolver tenants) {
        List<Counted> all = new ArrayList<>(2);
        @Nullable Principal principal = request.getUserPrincipal();
        if (principal == null) {
            if (admission.counts(Limited.ADDRESS)) {
                String address = NetworkAddress.counted(request.getRemoteAddr());
                all.add(new Counted(Limited.ADDRESS, address, address));
            }
            return all;
        }
        if (!admission.counts(Limited.CREDENTIAL) && !admission.counts(Limited.TENANT)) {
            return all;
        }
        Caller caller = Callers.of(principal, request::isUserInRole, Set.of());
        if (admission.counts(Limited.CREDENTIAL)) {
            String kind = principal instanceof TokenPrincipal ? "token " : "user ";
            all.add(new Counted(Limited.CREDENTIAL, kind + caller.name(), caller.name()));
        }
        if (admission.counts(Limited.TENANT)) {
            tenant(tenants, caller).ifPresent(t -> all.add(new Counted(Limited.TENANT, t, t)));
        }
        return all;
    }

    /** The tenant, if there is one for the caller; if not, the endpoint asks again and knows how to say so. */
    private static Optional<String> tenant(TenantResolver tenants, Caller caller) {
        try {
            return Optional.of(tenants.tenantOf(caller));
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    private static void tell(Refusal refusal, List<Counted> counted) {
        String name = counted.stream()
                .filter(c -> c.limited() == refusal.limited())
                .map(Counted::name)
                .findFirst()
                .orElse("");
        LOG.log(
                System.Logger.Level.WARNING,
                "SCIM09001 Requests are refused (429), of the {0} {1}: {2}. This is told once a minute",
                refusal.limited().keyword(),
                name,
                refusal.error().detail());
    }

    private static void release(HttpServletRequest request, Ticket ticket) {
        if (!request.isAsyncStarted()) {
            ticket.close();
            return;
        }
        try {
            request.getAsyncContext().addListener(new Release(ticket));
        } catch (IllegalStateException alreadyAnswered) {
            ticket.close();
        }
    }

    /** Gives the places of a request back when its answer is out, where the thread of the request does not wait for that. */
    private record Release(Ticket ticket) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            ticket.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            ticket.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            ticket.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}

package org.roster.scim.engine.boot;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpFilter;
import jakarta.ws.rs.ApplicationPath;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.limits.RateLimits;
import org.roster.scim.engine.rest.HeaderFilter;
import org.roster.scim.engine.rest.TenantFilter;
import org.roster.scim.engine.security.AuthenticationFilter;
import org.roster.scim.engine.security.BearerOnly;
import org.roster.scim.engine.security.Roles;

/**
 * Puts our filters in front of our applications, and in front of nothing else of the deployment. Where web.xml declares the
 * {@link AuthenticationFilter} it has declared them all, and nothing is done.
 */
@HandlesTypes({ScimApplication.class, AdminApplication.class})
public class Doors implements ServletContainerInitializer {

    private static final EnumSet<DispatcherType> FIRST = EnumSet.of(DispatcherType.REQUEST);
    private static final EnumSet<DispatcherType> FORWARDED_TOO =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD);

    @Override
    public void onStartup(@Nullable Set<Class<?>> found, ServletContext context) throws ServletException {
        List<Class<?>> applications = Stream.ofNullable(found)
                .flatMap(Set::stream)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .toList();
        if (applications.isEmpty() || declared(context)) {
            return;
        }
        String[] scim = paths(applications, ScimApplication.class, context);
        String[] admin = paths(applications, AdminApplication.class, context);
        String[] tenants = Stream.of(scim)
                .flatMap(path -> TenantPath.of(path).stream())
                .map(TenantPath::pattern)
                .toArray(String[]::new);
        context.declareRoles(Roles.ALL.toArray(String[]::new));
        context.addListener(new InjectedStartup());
        add(context, new HeaderFilter(), FIRST, patterns(scim), patterns(admin), tenants);
        add(context, injected(BearerOnly.class), FIRST, patterns(scim), patterns(admin), tenants);
        for (String path : scim) {
            Optional<TenantPath> tenant = TenantPath.of(path);
            if (tenant.isPresent()) {
                TenantFilter filter =
                        new TenantFilter(tenant.get().prefix(), tenant.get().version());
                add(context, filter, FIRST, new String[] {tenant.get().pattern()});
            }
        }
        add(context, injected(AuthenticationFilter.class), FORWARDED_TOO, patterns(scim), patterns(admin));
        add(context, injected(RateLimits.class), FORWARDED_TOO, patterns(scim));
    }

    private static boolean declared(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .anyMatch(filter -> AuthenticationFilter.class.getName().equals(filter.getClassName()));
    }

    private static String[] paths(List<Class<?>> applications, Class<?> kind, ServletContext context)
            throws ServletException {
        String[] paths = applications.stream()
                .filter(kind::isAssignableFrom)
                .flatMap(type -> paths(type, context))
                .distinct()
                .toArray(String[]::new);
        if (paths.length == 0 && applications.stream().anyMatch(kind::isAssignableFrom)) {
            throw new ServletException("SCIM11501 The subclass of " + kind.getSimpleName()
                    + " is nowhere: give it an @ApplicationPath, such as \"/scim/v2\"");
        }
        return paths;
    }

    /** Where an application is: as its annotation says, or as a servlet of its name is mapped in web.xml. */
    private static Stream<String> paths(Class<?> application, ServletContext context) {
        @Nullable ServletRegistration servlet = context.getServletRegistration(application.getName());
        if (servlet != null && !servlet.getMappings().isEmpty()) {
            return servlet.getMappings().stream().map(Doors::path);
        }
        return Stream.ofNullable(application.getAnnotation(ApplicationPath.class))
                .map(annotation -> path(annotation.value()));
    }

    /** With one slash at its beginning and none at its end; the context root is the empty text. */
    private static String path(String written) {
        String bare = written.replaceFirst("\\*$", "").replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    private static String[] patterns(String[] paths) {
        return Stream.of(paths).map(path -> path + "/*").toArray(String[]::new);
    }

    private static Filter injected(Class<? extends HttpFilter> type) {
        return new InjectedFilter(type);
    }

    private static void add(ServletContext context, Filter filter, EnumSet<DispatcherType> when, String[]... patterns) {
        String[] all = Stream.of(patterns).flatMap(Stream::of).toArray(String[]::new);
        if (all.length == 0) {
            return;
        }
        String name = "roster-" + context.getFilterRegistrations().size();
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(when, true, all);
    }
}

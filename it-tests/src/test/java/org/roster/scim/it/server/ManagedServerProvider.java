package org.roster.scim.it.server;

import java.lang.annotation.Annotation;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** Hands {@link ManagedServer} to tests. Arquillian finds the extension by {@code META-INF/services}. */
public final class ManagedServerProvider implements ResourceProvider {

    @Inject
    private Instance<ContainerRegistry> registry;

    /** Called by Arquillian. */
    @Override
    public boolean canProvide(Class<?> type) {
        return type == ManagedServer.class;
    }

    /** Called by Arquillian. */
    @Override
    public Object lookup(ArquillianResource resource, Annotation... qualifiers) {
        Container<?> running = registry.get().getContainers().stream()
                .filter(container -> container.getState() == Container.State.STARTED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server runs"));
        return new ManagedServer(running);
    }

    /** Makes the provider known. */
    public static final class Extension implements LoadableExtension {

        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(ResourceProvider.class, ManagedServerProvider.class);
        }
    }
}

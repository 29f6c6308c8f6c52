package org.roster.scim.it.memory;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.glassfish.jersey.jdkhttp.JdkHttpHandlerContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.roster.scim.engine.boot.Endpoints;
import org.roster.scim.engine.boot.ScimApplication;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.operation.Sessions;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.engine.security.BearerTokens;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Tenants;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.AuditStore;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Keyring;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.TenantResolver;

/** The whole engine on a port of its own. One request at a time, so that one speaker is enough. */
public final class MemoryServer implements AutoCloseable {
    public static final String TOKEN = "memory-server-token-0123456789";

    static {
        // Without it every second answer on a connection waits 40 ms for the client to acknowledge the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(MemoryServer::daemon);

    private MemoryServer(HttpServer server) {
        this.server = server;
    }

    /** Starts with these settings besides the token, such as {@code roster.dialect.off}. */
    public static MemoryServer start(Map<String, String> settings) {
        return start(settings, caller -> Tenants.DEFAULT);
    }

    /** The same, with a store of one's own. */
    public static MemoryServer start(Map<String, String> settings, ResourceStore store) {
        return start(settings, caller -> Tenants.DEFAULT, registry -> store);
    }

    /** The same, with tenants. */
    public static MemoryServer start(Map<String, String> settings, TenantResolver tenants) {
        return start(settings, tenants, MemoryResourceStore::new);
    }

    private static MemoryServer start(
            Map<String, String> settings, TenantResolver tenants, Function<SchemaRegistry, ResourceStore> storing) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("roster.bootstrap.token", TOKEN);
        Configuration configuration = new Configuration(all::get, Map.of());
        SchemaRegistry registry = SchemaSources.of(configuration, List.of()).registry();
        List<ResourceStore> stores = List.of(storing.apply(registry));
        registry.retain(type -> stores.stream().anyMatch(store -> store.keeps(type)));
        Map<String, byte[]> keys = new ConcurrentHashMap<>();
        Beans beans = new Beans()
                .with(Configuration.class, configuration)
                .with(BearerTokens.class, new BearerTokens(configuration, new Modes(configuration), List.of()))
                .with(SchemaRegistry.class, registry)
                .with(Stores.class, Stores.of(stores))
                .with(Sessions.class, Sessions.of(List.of()))
                .with(ResourceEvents.class, new ResourceEvents())
                .with(Keyring.class, name -> keys.computeIfAbsent(name, MemoryServer::randomKey))
                .with(AuditStore.class, new NoAudit())
                .with(TenantResolver.class, tenants);
        beans.with(Authorizer.class, beans.of(RoleAuthorizer.class));
        ResourceConfig application = new ResourceConfig();
        application.property("jersey.config.server.wadl.disableWadl", true);
        application.register(new Credentials(beans.of(BearerTokens.class)));
        new ScimApplication() {}.getClasses().forEach(type -> application.register(beans.of(type)));
        Endpoints.ofScim(beans::of).forEach(application::register);
        return started(application);
    }

    private static byte[] randomKey(String name) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static MemoryServer started(ResourceConfig application) {
        try {
            MemoryServer memory = new MemoryServer(HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0));
            memory.server.setExecutor(memory.thread);
            memory.server.createContext(
                    "/scim/v2", ContainerFactory.createContainer(JdkHttpHandlerContainer.class, application));
            memory.server.start();
            return memory;
        } catch (IOException e) {
            throw new IllegalStateException("no port for the engine in memory", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "memory-server");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/scim/v2");
    }

    /** Makes this the service that {@code RosterServer.current()} and the clients of the tests know, until it is closed. */
    public MemoryServer asCurrent() {
        System.setProperty("http.port", Integer.toString(port()));
        System.setProperty("roster.bootstrap.token", TOKEN);
        return this;
    }

    @Override
    public void close() {
        if (Integer.toString(port()).equals(System.getProperty("http.port"))) {
            System.clearProperty("http.port");
            System.clearProperty("roster.bootstrap.token");
        }
        server.stop(0);
        thread.shutdownNow();
    }
}

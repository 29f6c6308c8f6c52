package org.roster.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.spi.ServiceStarting;

/** The engine in a deployment that has neither of the libraries that are optional: Nimbus and Flyway. */
class OptionalLibrariesTest {

    private final URLClassLoader deployment = new URLClassLoader(
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.matches(".*(nimbus|flyway|gson).*"))
                    .map(OptionalLibrariesTest::url)
                    .toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());

    @AfterEach
    void close() throws IOException {
        deployment.close();
    }

    @Test
    void without_issuers_no_library_for_jwts_is_missed() throws Exception {
        assertThat(jwtTokens(Map.of())).isNotNull();
    }

    @Test
    void issuers_without_the_library_are_told_and_let_nobody_in() throws Exception {
        Object tokens = jwtTokens(Map.of("roster.jwt.issuers", "issuers.json"));
        List<String> told = new ArrayList<>();
        Logger logger = Logger.getLogger("org.roster.scim.engine.jwt.JwtTokens");
        Handler handler = new Told(told);
        logger.addHandler(handler);
        try {
            Method begin =
                    tokens.getClass().getDeclaredMethod("begin", deployment.loadClass(ServiceStarting.class.getName()));
            begin.setAccessible(true);
            begin.invoke(tokens, (Object) null);
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(told).singleElement().asString().contains("SCIM08009", "com.nimbusds:nimbus-jose-jwt");
        Object presented = deployment
                .loadClass(PresentedToken.class.getName())
                .getConstructor(String.class, String.class)
                .newInstance("a.b.c", "127.0.0.1");
        assertThat(tokens.getClass()
                        .getMethod("callerWith", presented.getClass())
                        .invoke(tokens, presented))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_directory_without_the_library_for_tables_is_refused_with_its_name() throws Exception {
        Method migrate =
                engine("store.jpa.SchemaMigration").getDeclaredMethod("migrate", DataSource.class, String.class);
        migrate.setAccessible(true);

        assertThatThrownBy(() -> invoke(() -> migrate.invoke(null, null, "PostgreSQL")))
                .hasMessageContaining("SCIM05021")
                .hasMessageContaining("org.flywaydb:flyway-core");
    }

    private Object jwtTokens(Map<String, String> settings) throws Exception {
        Class<?> configuration = engine("configuration.Configuration");
        Class<?> policy = engine("security.AccessPolicy");
        Function<String, String> properties = settings::get;
        Object made = configuration.getConstructor(Function.class, Map.class).newInstance(properties, Map.of());
        Object roles = policy.getConstructor().newInstance();
        return invoke(() ->
                engine("jwt.JwtTokens").getConstructor(configuration, policy).newInstance(made, roles));
    }

    private static Object invoke(Call call) throws Exception {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private Class<?> engine(String name) throws ClassNotFoundException {
        return deployment.loadClass("org.roster.scim.engine." + name);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Told extends Handler {
        private final List<String> messages;

        Told(List<String> messages) {
            this.messages = messages;
        }

        @Override
        public void publish(LogRecord told) {
            messages.add(told.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private interface Call {
        Object run() throws Exception;
    }
}

package org.roster.scim.it.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.RawHttp;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.RosterServer;

/** TLS, which the server speaks for the service (RFC 7644 §7.2). */
interface TransportContract extends Wire {
    @Test
    @Tag("P-7.2-01")
    @Tag("P-7.4-01")
    default void everything_goes_over_tls_as_well() throws IOException, GeneralSecurityException {
        assumeThat(Lane.current().server()).isNotEqualTo(Lane.Server.LIBERTY);
        String id = created(aUser()).id();
        URI base = RosterServer.secureBaseUrl();
        String request = "GET " + base.getPath() + "/Users/" + id + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nConnection: close\r\nAuthorization: "
                + bearer() + "\r\n\r\n";
        SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket();
        // WildFly has to be told about TLS 1.3; all servers speak 1.2 as they come.
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        ScimAnswer answer = RawHttp.exchange(socket, base.getHost(), base.getPort(), request.getBytes(US_ASCII))
                .expect(200);
        assertThat(answer.textAt("/meta/location")).isEqualTo(base + "/Users/" + id);
    }

    /** Takes the server's certificate for what it is: one that the server made for itself. */
    private static SSLContext trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    /** Trusts every server. */
    final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

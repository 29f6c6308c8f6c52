package org.roster.scim.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 exchange over a socket of its own, byte for byte as given: no client in between normalises the target, adds
 * headers or refuses what a real client in the wild would send.
 */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /** The same, to the server of a URL, by TLS if it says so. */
    public static ScimAnswer exchange(URI server, byte[] request) {
        boolean secure = "https".equals(server.getScheme());
        int standard = secure ? 443 : 80;
        int port = server.getPort() < 0 ? standard : server.getPort();
        try {
            Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
            return exchange(socket, server.getHost(), port, request);
        } catch (IOException e) {
            throw new UncheckedIOException(server.toString(), e);
        }
    }

    /** Sends the bytes of a whole request, which should carry {@code Connection: close}, and reads the answer. */
    public static ScimAnswer exchange(String host, int port, byte[] request) {
        return exchange(new Socket(), host, port, request);
    }

    /** The same over a socket that is not connected yet, such as one for TLS; it is closed afterwards. */
    public static ScimAnswer exchange(Socket unconnected, String host, int port, byte[] request) {
        String line = new String(request, ISO_8859_1).lines().findFirst().orElse("");
        try (Socket socket = unconnected) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(line, new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static ScimAnswer read(String request, DataInputStream in) throws IOException {
        while (true) {
            String[] statusLine = line(in).split(" ", 3);
            int status = Integer.parseInt(statusLine[1]);
            Map<String, List<String>> headers = headers(in);
            if (status >= 200) { // what is below is only on the way, such as 100 Continue
                return new ScimAnswer(request, status, headers, new String(body(in, request, status, headers), UTF_8));
            }
        }
    }

    private static Map<String, List<String>> headers(DataInputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            headers.computeIfAbsent(field.substring(0, colon), name -> new ArrayList<>())
                    .add(field.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(DataInputStream in, String request, int status, Map<String, List<String>> headers)
            throws IOException {
        if (status == 204 || status == 304 || request.startsWith("HEAD ")) {
            return new byte[0];
        }
        if (headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked")) {
            return chunks(in);
        }
        List<String> length = headers.getOrDefault("Content-Length", List.of());
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0)));
    }

    private static byte[] chunks(DataInputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(in.readNBytes(size));
            line(in);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection in the middle of its answer");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}

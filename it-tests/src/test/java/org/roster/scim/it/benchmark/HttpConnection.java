package org.roster.scim.it.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * HTTP/1.1 on one socket that stays open, with as little work as there can be: client and server share the processors.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
public final class HttpConnection implements Closeable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] body = new byte[1 << 16];

    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        input = socket.getInputStream();
        output = socket.getOutputStream();
    }

    /** Sends a request and reads the answer, which is good until the next one. */
    public Answer send(byte[] request) throws IOException {
        output.write(request);
        String line = line();
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer of HTTP: " + line);
        }
        int status = Integer.parseInt(line.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String folded = header.toLowerCase(Locale.ROOT);
            if (folded.startsWith("content-length:")) {
                length = Integer.parseInt(folded.substring(15).strip());
            } else if (folded.startsWith("transfer-encoding:")) {
                chunked = folded.contains("chunked");
            }
        }
        int end = chunked ? chunks() : fill(0, length);
        return new Answer(status, body, end);
    }

    private int chunks() throws IOException {
        int length = 0;
        while (true) {
            String line = line();
            int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            if (size > 0) {
                length = fill(length, size);
            }
            for (String rest = line(); !rest.isEmpty(); rest = line()) {
                // a trailer
            }
            if (size == 0) {
                return length;
            }
        }
    }

    /** Reads so many bytes into the body and returns where they end. */
    private int fill(int from, int count) throws IOException {
        int end = from + count;
        if (end > body.length) {
            body = Arrays.copyOf(body, Math.max(end, body.length * 2));
        }
        int at = from;
        while (at < end) {
            require();
            int some = Math.min(end - at, filled - position);
            System.arraycopy(buffer, position, body, at, some);
            position += some;
            at += some;
        }
        return end;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            require();
            char c = (char) buffer[position++];
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void require() throws IOException {
        if (position == filled) {
            position = 0;
            filled = input.read(buffer);
            if (filled <= 0) {
                filled = 0;
                throw new EOFException("the server closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

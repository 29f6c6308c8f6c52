package org.roster.scim.it.readme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/** As much of {@code curl} as the README uses: {@code -s -i -H -d -X -u} and a URL. */
final class Curl {

    private Curl() {}

    /**
     * Sends one request and prints the answer.
     *
     * @param arguments as for {@code curl}
     * @throws IOException if nobody answers
     * @throws InterruptedException if somebody stops this thread
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        String body = "";
        boolean withHead = false;
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "-s" -> {}
                case "-i" -> withHead = true;
                case "-X" -> method = rest.pop();
                case "-d" -> {
                    body = rest.pop();
                    method = method.equals("GET") ? "POST" : method;
                }
                case "-H" -> {
                    String[] header = rest.pop().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-u" -> request.header("Authorization", "Basic " + base64(rest.pop()));
                default -> request.uri(URI.create(argument));
            }
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        String head = "HTTP/1.1 " + response.statusCode() + "\r\n\r\n";
        System.out.print((withHead ? head : "") + response.body());
    }

    private static String base64(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}

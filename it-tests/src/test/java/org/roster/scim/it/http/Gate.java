package org.roster.scim.it.http;

import java.util.Map;

/** Sees each request before it is sent, and its answer before the test does. It may abort a test that asks for too much. */
public interface Gate {

    /** Lets everything through. */
    Gate OPEN = new Gate() {
        @Override
        public void pass(Request request) {
            // whatever it is
        }

        @Override
        public ScimAnswer seen(Request request, ScimAnswer answer) {
            return answer;
        }
    };

    /**
     * What is sent.
     *
     * @param method of HTTP
     * @param path below the base URL, with its query
     * @param headers by their names, without regard to case
     * @param body as text; empty for none
     */
    record Request(String method, String path, Map<String, String> headers, String body) {}

    /**
     * Called before a request is sent.
     *
     * @param request the request
     * @throws org.opentest4j.TestAbortedException if the service has not what it is about
     */
    void pass(Request request);

    /**
     * Called with the answer.
     *
     * @param request what was sent
     * @param answer what came back
     * @return what the test shall see
     * @throws org.opentest4j.TestAbortedException if the service refuses what it does not claim
     */
    ScimAnswer seen(Request request, ScimAnswer answer);
}

package org.roster.scim.war.demo;

/** The demo cannot go on, and the message says to a person why and what to do. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}

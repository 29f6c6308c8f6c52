package org.roster.scim.spi;

/**
 * What an authorizer says about a request.
 *
 * @param permitted whether it may go on
 * @param reason a sentence for the caller and the audit; names no other resource
 */
public record Decision(boolean permitted, String reason) {

    /**
     * A decision to go on.
     *
     * @param reason which rule allows it
     * @return the decision
     */
    public static Decision permit(String reason) {
        return new Decision(true, reason);
    }

    /**
     * A decision to refuse with status 403.
     *
     * @param reason what the caller would need
     * @return the decision
     */
    public static Decision deny(String reason) {
        return new Decision(false, reason);
    }
}

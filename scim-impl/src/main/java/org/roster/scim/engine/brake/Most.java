package org.roster.scim.engine.brake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many changes are let through.
 *
 * @param number of changes; percent of the resources if it is a percentage
 * @param percentage whether it is one
 */
record Most(int number, boolean percentage) {

    /** In a small directory a percentage would be nothing. */
    static final int LEAST = 20;

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(%?)");

    static Most of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int number = Integer.parseInt(form.group(1));
            boolean percentage = !form.group(2).isEmpty();
            if (number >= 1 && (!percentage || number <= 100)) {
                return new Most(number, percentage);
            }
        }
        throw new IllegalStateException("roster.brake.most is \"" + text
                + "\"; it must be a whole number of at least 1, such as 50, or a percentage up to 100, such as 10%");
    }

    /** The number of changes, in a directory of so many resources. */
    long of(long resources) {
        return percentage ? Math.max(LEAST, resources * number / 100) : number;
    }
}

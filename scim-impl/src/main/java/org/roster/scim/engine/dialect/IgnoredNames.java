package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.roster.scim.schema.ResourceType;

/**
 * Tells the operator what in a body no schema defines, because it is ignored (choice A-06): each name once as a warning,
 * later in the debug log.
 */
final class IgnoredNames {

    private static final System.Logger LOG = System.getLogger(IgnoredNames.class.getName());
    /** Clients can make up any number of names; so many are remembered. */
    private static final int MOST = 200;

    private static final int LONGEST = 120;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void tell(ResourceType type, JsonObject body) {
        Stream.concat(UnknownNames.schemas(type, body).stream(), UnknownNames.attributes(type, body).stream())
                .map(IgnoredNames::printable)
                .map(name -> "\"" + name + "\" of a " + type)
                .forEach(this::tell);
    }

    private void tell(String what) {
        boolean first = told.size() < MOST && told.add(what);
        LOG.log(
                first ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                "SCIM04003 A client sends {0}, which no schema defines; it is ignored",
                what);
    }

    /** A name comes from outside: it may not forge a line of the log. */
    private static String printable(String name) {
        String shortened = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return shortened.replaceAll("[^ -~]", "?");
    }
}

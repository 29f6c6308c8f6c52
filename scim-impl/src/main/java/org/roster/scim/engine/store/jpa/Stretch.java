package org.roster.scim.engine.store.jpa;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.query.Position.Edge;

/**
 * A part of a track that is one range of its index, so that its first rows are found without looking at others.
 *
 * @param track whose part it is
 * @param keys which keys it has: a comparison, and with what; empty for all
 * @param beyond only ids beyond this one; empty for all
 * @param ascending which way it is walked
 */
record Stretch(Track track, Optional<Comparison> keys, Optional<String> beyond, boolean ascending) {

    /** How the key column compares. */
    record Comparison(String sign, Object value) {}

    static Stretch whole(Track track, boolean ascending) {
        return new Stretch(track, Optional.empty(), Optional.empty(), ascending);
    }

    /** What lies beyond a row of the track: those with the same key, then the others. */
    static Stream<Stretch> beyond(Edge edge, Track track, boolean ascending) {
        if (track.key().isEmpty()) {
            return Stream.of(new Stretch(track, Optional.empty(), Optional.of(edge.id()), ascending));
        }
        Object seen = track.key().get().toColumn().apply(edge.sortKey().orElseThrow());
        Comparison same = new Comparison(" = ", seen);
        Comparison further = new Comparison(sign(ascending), seen);
        return Stream.of(
                new Stretch(track, Optional.of(same), Optional.of(edge.id()), ascending),
                new Stretch(track, Optional.of(further), Optional.empty(), ascending));
    }

    /** Whether it may take a look at everything to find the first row, so that counting, in any order, is cheaper. */
    boolean sparse() {
        return track.rows() == Track.Rows.ABSENCES && beyond.isEmpty();
    }

    static String sign(boolean ascending) {
        return ascending ? " > " : " < ";
    }

    /** The statement for a query's matches in this part, without its order. */
    String statement(String select, String matches, Parameters parameters) {
        Function<String, String> ids = id ->
                beyond.map(far -> id + sign(ascending) + parameters.add(far)).orElse("");
        String inRange = keys.map(k -> track.keyColumn() + k.sign() + parameters.add(k.value()))
                .orElse("");
        return "select " + select + " from " + track.rows().source() + " where "
                + all(track.condition().text(parameters, ids), inRange, matches);
    }

    /** All of some conditions; an empty one is none. */
    static String all(String... conditions) {
        return Stream.of(conditions).filter(c -> !c.isEmpty()).collect(Collectors.joining(" and "));
    }
}

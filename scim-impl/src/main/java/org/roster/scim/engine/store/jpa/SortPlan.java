package org.roster.scim.engine.store.jpa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Direction;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Query;
import org.roster.scim.schema.ResolvedPath;

/**
 * How the results of a query are walked in order: which tracks one after the other. Resources without the value to sort by
 * are a track of their own, the last one when ascending (RFC 7644 §3.4.2.3).
 *
 * @param tracks as they follow each other ascending
 * @param ascending the direction of the query
 */
record SortPlan(List<Track> tracks, boolean ascending) {

    static SortPlan of(Query query, Relations relations, String tenant) {
        boolean ascending = query.order().sort().ascending();
        Optional<ResolvedPath> by = query.order().sort().attribute();
        if (by.isEmpty()) {
            return new SortPlan(List.of(Track.byId()), ascending);
        }
        Optional<Track> column = column(by.get());
        if (column.isPresent()) {
            return new SortPlan(List.of(column.get()), ascending);
        }
        String attribute = by.get().attribute().name();
        if (query.types().stream().anyMatch(t -> relations.apart(t).contains(attribute))) {
            throw ScimException.invalidValue("sortBy: resources cannot be sorted by " + by.get());
        }
        AttributeCode code = AttributeCode.of(by.get().path());
        return new SortPlan(List.of(Track.with(code, tenant), Track.without(code)), ascending);
    }

    private static Optional<Track> column(ResolvedPath path) {
        return switch (path.path().toString()) {
            case "id" -> Optional.of(Track.byId());
            case "meta.created" -> Optional.of(Track.byTime("r.created"));
            case "meta.lastModified" -> Optional.of(Track.byTime("r.lastModified"));
            case "meta.resourceType" -> Optional.of(Track.byText("r.type"));
            default -> Optional.empty();
        };
    }

    /** What lies in the direction of a position, nearest first. */
    List<Stretch> from(Position position) {
        boolean up = ascending == (position.direction() == Direction.FORWARD);
        List<Track> ahead = new ArrayList<>(tracks);
        if (!up) {
            Collections.reverse(ahead);
        }
        List<Stretch> stretches = new ArrayList<>();
        position.edge().ifPresent(edge -> {
            while (!on(ahead.get(0), edge)) {
                ahead.remove(0);
            }
            Stretch.beyond(edge, ahead.remove(0), up).forEach(stretches::add);
        });
        ahead.forEach(track -> stretches.add(Stretch.whole(track, up)));
        return stretches;
    }

    private static boolean on(Track track, Edge edge) {
        return track.key().isPresent() == edge.sortKey().isPresent();
    }
}

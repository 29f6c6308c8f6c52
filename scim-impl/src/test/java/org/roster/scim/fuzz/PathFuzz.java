package org.roster.scim.fuzz;

import java.util.List;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.engine.schema.ProjectionBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Suggestion;

/** The path of an attribute as in {@code attributes} and {@code sortBy}, and the path of a PATCH operation. */
public final class PathFuzz {

    private static final FilterLimits WRITTEN = new FilterLimits(1_000_000, 100, 1_000);

    private PathFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Engine.text(data).ifPresent(PathFuzz::read);
    }

    private static void read(String text) {
        AttributePath.parse(text).ifPresent(path -> {
            Claim.holds(path.toString().equals(text), () -> text + " is written as " + path);
            Engine.TYPES.forEach(type -> Suggestion.of(type, path));
        });
        for (ResourceType type : Engine.TYPES) {
            type.resolve(text)
                    .ifPresent(found -> Claim.holds(
                            type.resolve(found.path()).filter(found::equals).isPresent(),
                            () -> text + " is found as " + found + ", which is not found"));
            ProjectionBinder.bind(type, List.of(text), List.of());
        }
        try {
            check(PatchPath.parse(text, FilterLimits.DEFAULT));
        } catch (ScimException refusal) {
            Claim.helps(refusal);
        }
    }

    private static void check(PatchPath path) {
        PatchPath again = PatchPath.parse(path.toString(), WRITTEN);
        boolean same =
                again.attribute().equals(path.attribute()) && again.elements().equals(path.elements());
        Claim.holds(same, () -> path + " is read again as " + again);
        path.elements()
                .ifPresent(elements -> Engine.TYPES.forEach(type -> {
                    try {
                        type.resolve(path.attribute().parent())
                                .ifPresent(found -> FilterBinder.bindElement(elements, found.attribute()));
                    } catch (ScimException refusal) {
                        Claim.helps(refusal);
                    }
                }));
    }
}

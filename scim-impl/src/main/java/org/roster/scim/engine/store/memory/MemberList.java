package org.roster.scim.engine.store.memory;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.AttributeChange.AddElements;
import org.roster.scim.patch.AttributeChange.Assign;
import org.roster.scim.patch.AttributeChange.EditElements;
import org.roster.scim.patch.AttributeChange.Merge;
import org.roster.scim.patch.AttributeChange.RemoveElements;
import org.roster.scim.patch.AttributeChange.RemoveListed;
import org.roster.scim.patch.AttributeChange.Unassign;

/**
 * The members of a resource while they are changed, each change on the result of the one before. Of what a client says about
 * a member only the id counts; filters see the rest as it is shown.
 */
final class MemberList implements AttributeChange.Visitor<MemberList> {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Set<String> ids = new TreeSet<>();
    private final Function<String, JsonObject> shown;

    /**
     * Begins with those who are members.
     *
     * @param members objects with the id as {@code value}
     * @param shown how a resource with this id looks as a member
     */
    MemberList(JsonArray members, Function<String, JsonObject> shown) {
        this.shown = shown;
        add(members);
    }

    /** Objects with nothing but the id, in its order. */
    JsonArray members() {
        JsonArrayBuilder members = JSON.createArrayBuilder();
        ids.forEach(id -> members.add(JSON.createObjectBuilder().add("value", id)));
        return members.build();
    }

    private MemberList add(JsonArray members) {
        members.forEach(member -> ids.add(id(member)));
        return this;
    }

    private static String id(JsonValue member) {
        if (member instanceof JsonObject object && object.get("value") instanceof JsonString id) {
            return id.getString();
        }
        throw ScimException.invalidValue(
                "members: each element needs the id of a resource as \"value\", found " + member);
    }

    @Override
    public MemberList assign(Assign change) {
        ids.clear();
        return add(change.value().asJsonArray());
    }

    @Override
    public MemberList addElements(AddElements change) {
        return add(change.elements());
    }

    @Override
    public MemberList unassign(Unassign change) {
        ids.clear();
        return this;
    }

    @Override
    public MemberList removeElements(RemoveElements change) {
        ids.removeIf(id ->
                FilterEvaluator.matchesElement(change.which(), change.target().attribute(), shown.apply(id)));
        return this;
    }

    @Override
    public MemberList removeListed(RemoveListed change) {
        change.elements().forEach(member -> ids.remove(id(member)));
        return this;
    }

    @Override
    public MemberList editElements(EditElements change) {
        throw ScimException.mutability("the sub-attributes of " + change.target() + " are immutable");
    }

    @Override
    public MemberList merge(Merge change) {
        throw new IllegalArgumentException(change.target() + " is multi-valued");
    }
}

package org.roster.scim.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * One thing that a PATCH or PUT does to one attribute, bound to the schema: targets exist and may be written, values are
 * canonical and of the right type, filters are bound. A store may carry it out on rows without reading the attribute.
 */
public sealed interface AttributeChange {

    /**
     * The attribute or sub-attribute that changes.
     *
     * @return its path and definition
     */
    ResolvedPath target();

    /**
     * Does what is right for this kind of change.
     *
     * @param visitor one method per kind
     * @param <R> what the visitor makes of a change
     * @return what the visitor made
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method per kind of change.
     *
     * @param <R> what is made of a change
     */
    interface Visitor<R> {
        /**
         * The target gets exactly this value.
         *
         * @param change the change
         * @return what is made of it
         */
        R assign(Assign change);

        /**
         * Sub-attributes of the target are set.
         *
         * @param change the change
         * @return what is made of it
         */
        R merge(Merge change);

        /**
         * Elements are added to the target.
         *
         * @param change the change
         * @return what is made of it
         */
        R addElements(AddElements change);

        /**
         * The target becomes unassigned.
         *
         * @param change the change
         * @return what is made of it
         */
        R unassign(Unassign change);

        /**
         * Elements are taken out of the target.
         *
         * @param change the change
         * @return what is made of it
         */
        R removeElements(RemoveElements change);

        /**
         * Listed elements are taken out of the target.
         *
         * @param change the change
         * @return what is made of it
         */
        R removeListed(RemoveListed change);

        /**
         * Elements of the target change.
         *
         * @param change the change
         * @return what is made of it
         */
        R editElements(EditElements change);
    }

    /**
     * The target gets exactly this value, whatever was there.
     *
     * @param target any attribute
     * @param value assigned; an array where the target is multi-valued
     */
    record Assign(ResolvedPath target, JsonValue value) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /**
     * The given sub-attributes are set, the others stay (RFC 7644 §3.5.2.3).
     *
     * @param target a singular complex attribute
     * @param values sub-attributes; JSON null unassigns one
     */
    record Merge(ResolvedPath target, JsonObject values) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.merge(this);
        }
    }

    /**
     * Elements are appended; those that are there already are not added again.
     *
     * @param target a multi-valued attribute
     * @param elements what to add
     */
    record AddElements(ResolvedPath target, JsonArray elements) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addElements(this);
        }
    }

    /**
     * The target becomes unassigned.
     *
     * @param target any attribute
     */
    record Unassign(ResolvedPath target) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unassign(this);
        }
    }

    /**
     * Every element that matches is removed; no match is no error.
     *
     * @param target a multi-valued attribute
     * @param which bound; its paths are names of sub-attributes
     */
    record RemoveElements(ResolvedPath target, Filter which) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeElements(this);
        }
    }

    /**
     * Every element is removed that equals a listed one: for complex elements, by their {@code value}.
     *
     * @param target a multi-valued attribute
     * @param elements what to remove
     */
    record RemoveListed(ResolvedPath target, JsonArray elements) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeListed(this);
        }
    }

    /**
     * Every element that matches changes.
     *
     * @param target a multi-valued attribute
     * @param which bound; its paths are names of sub-attributes
     * @param edit what happens to an element
     */
    record EditElements(ResolvedPath target, Filter which, ElementEdit edit) implements AttributeChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.editElements(this);
        }
    }
}

package org.roster.scim.patch;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH request as the client sent it. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644 §3.5.2</a>
 */
public final class PatchOperation {

    /** What to do with the target. */
    public enum Op {
        /** Add a value, or set one that is unassigned. */
        ADD,
        /** Remove a value. */
        REMOVE,
        /** Set a value, whatever was there. */
        REPLACE
    }

    private final Op op;
    private final @Nullable PatchPath path;
    private final @Nullable JsonValue value;

    private PatchOperation(Op op, @Nullable PatchPath path, @Nullable JsonValue value) {
        this.op = op;
        this.path = path;
        this.value = value;
    }

    /**
     * An operation without path and value; add them with {@link #at} and {@link #with}.
     *
     * @param op what to do
     * @return the operation
     */
    public static PatchOperation of(Op op) {
        return new PatchOperation(op, null, null);
    }

    /**
     * The same operation at a target.
     *
     * @param target the path
     * @return a new operation
     */
    public PatchOperation at(PatchPath target) {
        return new PatchOperation(op, target, value);
    }

    /**
     * The same operation with a value.
     *
     * @param newValue any JSON value, also null
     * @return a new operation
     */
    public PatchOperation with(JsonValue newValue) {
        return new PatchOperation(op, path, newValue);
    }

    /**
     * The same target and value with another verb.
     *
     * @param other what to do
     * @return a new operation
     */
    public PatchOperation as(Op other) {
        return new PatchOperation(other, path, value);
    }

    /**
     * The same operation without its value.
     *
     * @return a new operation
     */
    public PatchOperation withoutValue() {
        return new PatchOperation(op, path, null);
    }

    /**
     * What to do.
     *
     * @return the verb
     */
    public Op op() {
        return op;
    }

    /**
     * Where to do it.
     *
     * @return empty if the operation has no path; its value is then an object of attributes
     */
    public Optional<PatchPath> path() {
        return Optional.ofNullable(path);
    }

    /**
     * With which value.
     *
     * @return empty if the operation has no {@code value}; a JSON null is a value
     */
    public Optional<JsonValue> value() {
        return Optional.ofNullable(value);
    }

    @Override
    public String toString() {
        return op + " " + path + " " + value;
    }
}

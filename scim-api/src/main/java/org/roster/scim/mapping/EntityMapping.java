package org.roster.scim.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the resources of one type lie on the entities of a product. Immutable. A product produces one as CDI bean for each
 * resource type that it keeps:
 * <pre>{@code
 * @Produces
 * EntityMapping<Account> users() {
 *     return EntityMapping.of("User", Account.class)
 *             .attribute("userName", "login")
 *             .attribute("name.familyName", "person.lastName")
 *             .build();
 * }
 * }</pre>
 * Only what is mapped is published, can be written and can be searched. Names of entities' attributes are checked at
 * deployment; one message then tells all mistakes.
 *
 * @param resourceType name of the resource type; its schema is narrowed to what is mapped
 * @param entity the entity
 * @param constructor makes a new one; empty for its constructor without parameters
 * @param identity fields of id and meta
 * @param rows which rows are resources
 * @param attributes how attributes lie on the entity, each once
 * @param members how members lie on the entity, for each type of member; empty if they are not mapped
 * @param <E> the entity
 */
public record EntityMapping<E>(
        String resourceType,
        Class<E> entity,
        Optional<Supplier<E>> constructor,
        Identity identity,
        RowScope rows,
        List<AttributeMapping> attributes,
        List<MembersMapping> members) {

    /**
     * Copies the lists.
     *
     * @param resourceType see above
     * @param entity see above
     * @param constructor see above
     * @param identity see above
     * @param rows see above
     * @param attributes see above
     * @param members see above
     */
    public EntityMapping {
        attributes = List.copyOf(attributes);
        members = List.copyOf(members);
    }

    /**
     * Begins a mapping.
     *
     * @param resourceType name of a resource type of the service, for instance {@code User}
     * @param entity the entity
     * @param <E> the entity
     * @return a builder
     */
    public static <E> Builder<E> of(String resourceType, Class<E> entity) {
        return new Builder<>(resourceType, entity);
    }

    /**
     * Collects the parts of a mapping. Not thread-safe. Fields are names of persistent attributes, with dots where they are
     * embedded or joined.
     *
     * @param <E> the entity
     */
    public static final class Builder<E> {
        private final String resourceType;
        private final Class<E> entity;
        private final List<FieldValue> restrictions = new ArrayList<>();
        private final List<AttributeMapping> attributes = new ArrayList<>();
        private final List<MembersMapping> members = new ArrayList<>();
        private Identity identity = Identity.DEFAULT;
        private @Nullable Supplier<E> constructor;
        private @Nullable String tenant;
        private @Nullable FieldValue softDelete;
        private @Nullable String deletedSince;
        private @Nullable Consumer<Object> deletedBy;
        private @Nullable FieldValue owned;

        private Builder(String resourceType, Class<E> entity) {
            this.resourceType = resourceType;
            this.entity = entity;
        }

        /**
         * Names the field of the id.
         *
         * @param field unique text, UUID or whole number; default the {@code @Id}
         * @return this
         */
        public Builder<E> id(String field) {
            identity =
                    new Identity(Optional.of(field), identity.version(), identity.created(), identity.lastModified());
            return this;
        }

        /**
         * Names the field of the version.
         *
         * @param field default the {@code @Version}; without one there are no entity tags
         * @return this
         */
        public Builder<E> version(String field) {
            identity = new Identity(identity.id(), Optional.of(field), identity.created(), identity.lastModified());
            return this;
        }

        /**
         * Names the field of {@code meta.created}.
         *
         * @param field a point in time; the store sets it unless the entity does
         * @return this
         */
        public Builder<E> created(String field) {
            identity = new Identity(identity.id(), identity.version(), Optional.of(field), identity.lastModified());
            return this;
        }

        /**
         * Names the field of {@code meta.lastModified}.
         *
         * @param field a point in time; the store sets it
         * @return this
         */
        public Builder<E> lastModified(String field) {
            identity = new Identity(identity.id(), identity.version(), identity.created(), Optional.of(field));
            return this;
        }

        /**
         * Names the field of the tenant.
         *
         * @param field text; of a joined entity too, and then a new row looks the entity up
         * @return this
         */
        public Builder<E> tenant(String field) {
            tenant = field;
            return this;
        }

        /**
         * Says which rows are gone. DELETE marks them instead of deleting them.
         *
         * @param field field of the mark
         * @param gone its value when the row is gone
         * @return this
         */
        public Builder<E> softDelete(String field, Object gone) {
            softDelete = new FieldValue(field, gone);
            return this;
        }

        /**
         * Says since when rows are gone. DELETE marks them instead of deleting them.
         *
         * @param field a point in time; null as long as the row is there
         * @return this
         */
        public Builder<E> deletedSince(String field) {
            deletedSince = field;
            return this;
        }

        /**
         * Removes by a method of the entity, for one that has more to do than a mark says: to give the login free again, for
         * instance. It goes with {@link #softDelete} or {@link #deletedSince}, and is called before the mark is set.
         *
         * @param method throws an {@link IllegalStateException} if the entity must stay; the client gets its message with a 409
         * @return this
         */
        @SuppressWarnings("unchecked") // the entity is one of E
        public Builder<E> deletedBy(Consumer<? super E> method) {
            deletedBy = entity -> method.accept((E) entity);
            return this;
        }

        /**
         * Says which rows are resources. May be called several times; all must hold.
         *
         * @param field a field
         * @param value its value; a new row gets it
         * @return this
         */
        public Builder<E> restrict(String field, Object value) {
            restrictions.add(new FieldValue(field, value));
            return this;
        }

        /**
         * Says which rows SCIM may change. Others are read, and writing them is refused with 403.
         *
         * @param field a field
         * @param value its value; a new row gets it
         * @return this
         */
        public Builder<E> owned(String field, Object value) {
            owned = new FieldValue(field, value);
            return this;
        }

        /**
         * Makes new entities.
         *
         * @param value default the constructor without parameters, also a protected one
         * @return this
         */
        public Builder<E> constructor(Supplier<E> value) {
            constructor = value;
            return this;
        }

        /**
         * Maps an attribute on a field.
         *
         * @param path for instance {@code name.givenName}, or the URI of an extension, a colon and the name
         * @param field the field
         * @return this
         */
        public Builder<E> attribute(String path, String field) {
            return attribute(path, field, options -> options);
        }

        /**
         * Maps an attribute on a field of another type.
         *
         * @param path see above
         * @param field the field
         * @param converter between the two
         * @return this
         */
        public Builder<E> attribute(String path, String field, Converter<?, ?> converter) {
            return attribute(path, field, options -> options.converter(converter));
        }

        /**
         * Maps an attribute on a field, and says more about it.
         *
         * @param path see above
         * @param field the field
         * @param options says more
         * @return this
         */
        public Builder<E> attribute(String path, String field, UnaryOperator<ColumnMapping.Builder<E>> options) {
            return add(options.apply(new ColumnMapping.Builder<>(path, field)).build());
        }

        /**
         * Computes an attribute. It is read-only.
         *
         * @param path see above
         * @param value from the fields; null for no value
         * @param fields what it is computed from
         * @return this
         */
        public Builder<E> computed(String path, Function<Row, ? extends @Nullable Object> value, String... fields) {
            return add(new ComputedMapping(path, List.of(fields), value));
        }

        /**
         * Gives an attribute the same value in all resources. It is read-only.
         *
         * @param path see above
         * @param value text, truth value, number or {@link java.time.Instant}
         * @return this
         */
        public Builder<E> constant(String path, Object value) {
            return add(new ConstantMapping(path, value));
        }

        /**
         * Maps a multi-valued attribute on a fixed set of columns.
         *
         * @param path see above
         * @param columns adds them
         * @return this
         */
        public Builder<E> columns(String path, UnaryOperator<FixedColumnsMapping.Builder<E>> columns) {
            return add(columns.apply(new FixedColumnsMapping.Builder<>(path)).build());
        }

        /**
         * Maps a multi-valued attribute on a collection.
         *
         * @param path see above
         * @param field the collection
         * @param elements adds sub-attributes
         * @return this
         */
        public Builder<E> elements(String path, String field, UnaryOperator<ElementsMapping.Builder> elements) {
            return add(elements.apply(new ElementsMapping.Builder(path, field)).build());
        }

        /**
         * Maps an attribute on a row of a key-value table.
         *
         * @param path see above
         * @param table the collection, and what its elements are made of
         * @param name name of the element that has the value
         * @return this
         */
        public Builder<E> keyed(String path, KeyedMapping.Table table, String name) {
            return add(new KeyedMapping(path, table, name));
        }

        /**
         * Maps members. Called once for each entity that members are of: accounts, and teams if groups are members of groups.
         *
         * @param field collection of members, or of rows of a join entity
         * @param options says more
         * @return this
         */
        public Builder<E> members(String field, UnaryOperator<MembersMapping.Builder> options) {
            members.add(options.apply(new MembersMapping.Builder(field)).build());
            return this;
        }

        private Builder<E> add(AttributeMapping mapping) {
            attributes.add(mapping);
            return this;
        }

        /**
         * Ends the mapping.
         *
         * @return the mapping
         */
        public EntityMapping<E> build() {
            return new EntityMapping<>(
                    resourceType,
                    entity,
                    Optional.ofNullable(constructor),
                    identity,
                    new RowScope(
                            Optional.ofNullable(tenant),
                            Optional.ofNullable(softDelete),
                            Optional.ofNullable(deletedSince),
                            Optional.ofNullable(deletedBy),
                            restrictions,
                            Optional.ofNullable(owned)),
                    attributes,
                    members);
        }
    }
}

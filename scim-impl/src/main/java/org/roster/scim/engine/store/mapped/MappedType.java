package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * A resource type and where its resources lie, checked against JPA's metamodel.
 *
 * @param type the resource type
 * @param mapping what the product says
 * @param entity the entity
 * @param fields of id and meta
 * @param scope which rows are resources
 * @param attributes where attributes lie
 * @param relations to other resources, shown by an attribute or not
 */
record MappedType(
        ResourceType type,
        EntityMapping<?> mapping,
        EntityType<?> entity,
        MetaFields fields,
        Scope scope,
        List<MappedAttribute> attributes,
        List<Relation> relations) {

    MappedType {
        attributes = List.copyOf(attributes);
        relations = List.copyOf(relations);
    }

    /**
     * Fields of id and meta.
     *
     * @param id the id
     * @param version changes with the row
     * @param created when the row came
     * @param lastModified when it changed
     */
    record MetaFields(IdColumn id, Optional<Field> version, Optional<Field> created, Optional<Field> lastModified) {}

    String entityName() {
        return entity.getName();
    }

    IdColumn id() {
        return fields.id();
    }

    Child.Owner owner() {
        return new Child.Owner(entityName(), id().field());
    }

    /** Names of core attributes that cannot be cleared, because their columns take no null. */
    Set<String> lasting() {
        return attributes.stream()
                .filter(a -> a instanceof ColumnAttribute column && column.lasts())
                .map(a -> a.path().attribute().name())
                .collect(Collectors.toSet());
    }

    Optional<MappedAttribute> attribute(ResolvedPath path) {
        return attributes.stream().filter(a -> a.path().equals(path.parent())).findFirst();
    }

    /** The attributes that show relations to other resources. */
    Stream<RelationAttribute> related() {
        return attributes.stream().filter(RelationAttribute.class::isInstance).map(RelationAttribute.class::cast);
    }

    Optional<RelationAttribute> members() {
        return related()
                .filter(r -> r.relations().get(0).side() == Relation.Side.MEMBERS)
                .findFirst();
    }

    /** The same with one relation more, which an attribute shows or not. */
    MappedType with(Relation relation, boolean shown) {
        List<Relation> all = new ArrayList<>(relations);
        all.add(relation);
        List<MappedAttribute> shownAll = new ArrayList<>(attributes);
        if (shown) {
            List<Relation> together = new ArrayList<>();
            related().filter(r -> r.path().equals(relation.path())).forEach(r -> together.addAll(r.relations()));
            together.add(relation);
            shownAll.removeIf(a -> a.path().equals(relation.path()));
            shownAll.add(new RelationAttribute(relation.path(), together));
        }
        return new MappedType(type, mapping, entity, fields, scope, shownAll, all);
    }

    /** Marks resources as changed where only rows of others are. */
    void touch(EntityManager em, List<Object> ids) {
        List<Object> sorted =
                ids.stream().sorted(Comparator.comparing(Object::toString)).toList();
        // One by one and in order, so that two who do so wait for each other instead of locking up.
        for (Object id : sorted) {
            Parameters parameters = new Parameters();
            List<String> sets = new ArrayList<>();
            fields.version().ifPresent(v -> sets.add("e." + v + " = e." + v + " + 1"));
            fields.lastModified()
                    .ifPresent(f -> sets.add(
                            "e." + f + " = " + parameters.add(new TimeType(f.type()).column(DateTimes.now()))));
            if (!sets.isEmpty()) {
                String text = "update " + entityName() + " e set " + String.join(", ", sets) + " where e."
                        + id().field() + " = " + parameters.add(id);
                parameters.bind(em.createQuery(text)).executeUpdate();
            }
        }
    }

    @Override
    public String toString() {
        return type + " on " + entityName();
    }
}

package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.schema.DateTimes;

/**
 * Those who point to an entity of their own type, as people do to their manager. When it goes they point to nobody.
 *
 * @param work the work this is part of
 * @param id of what goes
 */
record Referrers(ResourceWriter work, Object id) {

    void release() {
        pointers().forEach(this::release);
    }

    /** Fields that lead to entities of the type itself. */
    private Stream<Field> pointers() {
        MappedType mapped = work.mapped();
        return mapped.attributes().stream()
                .flatMap(a -> a instanceof ComplexAttribute complex ? complex.parts().stream() : Stream.of(a))
                .filter(ColumnAttribute.class::isInstance)
                .map(a -> ((ColumnAttribute) a).column().field())
                .filter(f -> f.joined()
                        && f.last().equals(mapped.id().field().last())
                        && f.way()
                                .get(f.way().size() - 1)
                                .getJavaType()
                                .equals(mapped.mapping().entity()))
                .map(f -> new Field(f.way()));
    }

    private void release(Field pointer) {
        MappedType mapped = work.mapped();
        Parameters parameters = new Parameters();
        String text = "select e from " + mapped.entityName() + " e where e." + pointer + "."
                + mapped.id().field() + " = " + parameters.add(id);
        List<Object> referrers = Statement.list(work.em(), text, Object.class, parameters);
        for (Object referrer : referrers) {
            EntityWriter writer =
                    new EntityWriter(work.em(), mapped, referrer, work.tenant(), JsonValue.EMPTY_JSON_OBJECT);
            writer.set(pointer, null);
            mapped.fields()
                    .lastModified()
                    .ifPresent(
                            f -> writer.set(f, Objects.requireNonNull(new TimeType(f.type()).column(DateTimes.now()))));
            work.evictions().add(work.em(), mapped.mapping().entity(), referrer);
        }
    }
}

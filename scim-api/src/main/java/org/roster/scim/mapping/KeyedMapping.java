package org.roster.scim.mapping;

/**
 * An attribute on a row of a key-value table.
 *
 * @param attribute its path; text
 * @param table the key-value table
 * @param name the name of the row that has the value
 */
public record KeyedMapping(String attribute, Table table, String name) implements AttributeMapping {

    /**
     * A key-value table: a collection of the entity whose elements have a name and a value.
     *
     * @param field the collection, of embeddables or of child entities
     * @param nameField field of an element with its name, text
     * @param valueField field of an element with its value, text
     */
    public record Table(String field, String nameField, String valueField) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.keyed(this);
    }
}

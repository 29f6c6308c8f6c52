package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.store.mapped.MappedAttribute.Comparand;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;

/**
 * Translates the filter of a value path to a condition on one element.
 *
 * @param leaves sub-attributes of the element by name
 */
record ElementFilter(Function<String, Optional<Leaf>> leaves) implements Filter.Visitor<Condition> {

    /** A sub-attribute of an element. */
    interface Leaf {
        Condition present();

        Condition compares(Comparand comparand);

        /** One that the database knows nothing about: it is the same for each element that there is. */
        static Leaf constant(ConstantAttribute constant) {
            return new Leaf() {
                @Override
                public Condition present() {
                    return Condition.ALL;
                }

                @Override
                public Condition compares(Comparand comparand) {
                    return constant.compares(comparand);
                }
            };
        }
    }

    @Override
    public Condition and(And and) {
        return Condition.and(and.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Condition or(Or or) {
        return Condition.or(or.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public Condition not(Not not) {
        return not.term().accept(this).not();
    }

    @Override
    public Condition present(Present present) {
        return leaves.apply(present.path().name()).map(Leaf::present).orElse(Condition.NONE);
    }

    @Override
    public Condition comparison(Comparison comparison) {
        boolean negated = comparison.operator() == CompareOperator.NE;
        if (JsonValue.NULL.equals(comparison.value())) {
            Condition present = present(new Present(comparison.path()));
            return negated ? present : present.not();
        }
        Comparand comparand = new Comparand(comparison.operator(), comparison.value());
        Condition compares = leaves.apply(comparison.path().name())
                .map(leaf -> leaf.compares(comparand))
                .orElse(Condition.NONE);
        return negated ? compares.not() : compares;
    }

    @Override
    public Condition valuePath(ValuePath valuePath) {
        throw new IllegalArgumentException("filter is not bound: brackets inside brackets");
    }
}

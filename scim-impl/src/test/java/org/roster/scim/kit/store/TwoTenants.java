package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;

import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * What a part of the contract is given: one store with two tenants, both empty at the beginning of a test. What the store or
 * its database may do in another way than the reference, its test says by overriding a method here.
 */
public interface TwoTenants {

    /**
     * One tenant.
     *
     * @return the same during a test
     */
    Directory directory();

    /**
     * The same store for somebody else.
     *
     * @return the same during a test; a test that needs it is aborted if there is but one tenant
     */
    Directory elsewhere();

    /**
     * Whether text is ordered by code points; a database may order by UTF-16 units, which differs beyond U+D7FF.
     *
     * @return true unless overridden
     */
    default boolean ordersByCodePoints() {
        return true;
    }

    /**
     * Whether texts that look alike are equal where case does not matter: {@code é} in one character or two, wide letters
     * and narrow ones (Unicode's NFKC). Case alone must never matter there.
     *
     * @return true unless overridden
     */
    default boolean comparesLooks() {
        return true;
    }

    /**
     * How long a text of a user can be.
     *
     * @return in UTF-16 units; without end unless overridden
     */
    default int longestText() {
        return Integer.MAX_VALUE;
    }

    /**
     * Whether there are tenants. A store without them has to be emptied before each test.
     *
     * @return true unless overridden
     */
    default boolean keepsTenantsApart() {
        return true;
    }

    /**
     * Fills this tenant, and the other one too if there is one: none of it may be seen here.
     *
     * @param filling puts resources into a tenant
     */
    default void everywhere(Consumer<Directory> filling) {
        filling.accept(directory());
        if (keepsTenantsApart()) {
            filling.accept(elsewhere());
        }
    }

    /**
     * Whether results can be put in the order of a multi-valued attribute, by its primary value or else the first (RFC 7644
     * §3.4.2.3). A store whose values lie in rows of their own may refuse it with 400.
     *
     * @return true unless overridden
     */
    default boolean sortsByMultiValued() {
        return true;
    }

    /**
     * For tests that sort; a store that does not sort by the attribute must say so.
     *
     * @param type with the attribute
     * @param attribute its name
     */
    default void needsSortBy(ResourceType type, String attribute) {
        if (!sortsByMultiValued()
                && TestSchemas.path(type, attribute).attribute().multiValued()) {
            refused(() -> directory().namesBy(type, attribute, true))
                    .as(400, "invalidValue")
                    .saying("sortBy", attribute);
            throw new TestAbortedException("results are not sorted by multi-valued attributes");
        }
    }

    /**
     * For tests with long text.
     *
     * @param length in UTF-16 units
     */
    default void needsText(int length) {
        if (longestText() < length) {
            throw new TestAbortedException("texts have at most " + longestText() + " characters, not " + length);
        }
    }

    /**
     * Makes sure of a new version, if the store has versions.
     *
     * @param before the resource as it was
     * @param after the resource after a change
     */
    default void requireNewVersion(ScimResource before, ScimResource after) {
        if (directory().store().features().versions()) {
            assertThat(after.meta().version())
                    .as("version of the changed resource")
                    .isNotEqualTo(before.meta().version());
        }
    }

    /**
     * The name of a text that says nothing else of a user; in texts that are handed to a {@link Directory}, {@code {title}}
     * stands for it.
     *
     * @return {@code title} if users have it, else {@code displayName}
     */
    default String title() {
        return directory().title();
    }
}

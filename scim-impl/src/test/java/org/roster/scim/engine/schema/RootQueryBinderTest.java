package org.roster.scim.engine.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.ResourceType;

/** Filters at the root are bound to every type (RFC 7644 §3.4.2.1). */
class RootQueryBinderTest {

    private static Query bind(String filter, List<ResourceType> types) {
        Filter parsed = FilterParser.parse(filter, FilterLimits.DEFAULT);
        return RootQueryBinder.bind(new Query(
                types.stream()
                        .map(type -> new Selection(type, parsed, Projection.DEFAULT))
                        .toList(),
                new Query.Order(Sort.BY_ID, new Page.ByIndex(1, 10))));
    }

    private static String bound(String filter) {
        return bind(filter, List.of(USER, GROUP, THING)).selections().stream()
                .map(s -> s.type() + (s.filter().equals(Filter.ALL) ? "" : ": " + s.filter()))
                .collect(joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "META.resourcetype eq \"User\" | User",
                "meta.resourceType eq \"User\" and USERNAME eq \"x\" | User: userName eq \"x\"",
                "meta.resourceType eq \"User\" or label pr | User / Thing: label pr",
                "meta.resourceType sw \"G\" | Group",
                "meta.resourceType pr | User: meta.resourceType pr / Group: meta.resourceType pr / Thing: meta.resourceType pr",
                "meta.resourceType eq \"Robot\" | ``",
                "displayName sw \"a\" | User: displayName sw \"a\" / Group: displayName sw \"a\"",
                "title ne \"a\" and displayName pr | User: title ne \"a\" and displayName pr / Group: displayName pr",
                "title ne \"a\" | User: title ne \"a\" / Group / Thing",
                "title eq null | User: title eq null / Group / Thing",
                "title ne null | User: title ne null",
                "not (title pr) | User: not (title pr) / Group / Thing",
                "not (title ne \"a\") | User: not (title ne \"a\")",
                "title pr or label pr or id pr | User: title pr or id pr / Group: id pr / Thing: label pr or id pr",
                "emails[value pr] | User: emails[value pr]",
            })
    @Tag("P-3.4.2.1-01")
    @Tag("P-3.4.2.1-02")
    void what_a_type_does_not_have_has_no_value_there(String filter, String expected) {
        assertThat(bound(filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "usrName eq \"x\" | no resource type has an attribute \"usrName\"",
                "userName eq \"x\" or usrName eq \"x\" | no resource type has an attribute \"usrName\"",
                "meta.resourceType eq \"User\" and usrName pr | \"usrName\"",
                "not (usrName pr) | \"usrName\"",
                "emails[kind eq \"x\"] | emails has no sub-attribute \"kind\"",
                "active gt true | gt cannot be used with active",
                "meta.location eq \"x\" | not searchable",
            })
    @Tag("A-07")
    void what_no_type_has_is_a_mistake(String filter, String detail) {
        refused(() -> bound(filter)).as(400, "invalidFilter").saying(detail);
    }

    @Test
    @Tag("P-7.5.2-01")
    void what_is_confidential_cannot_be_asked_for_here_either() {
        refused(() -> bound("password pr")).as(403, "sensitive");
        refused(() -> bound("userName eq \"x\" or password eq \"x\"")).as(403, "sensitive");
    }

    @Test
    @Tag("P-3.4.2.2-19")
    void a_type_that_is_not_asked_lends_no_meaning() {
        refused(() -> bind("members pr", List.of(USER, THING))).as(400, "invalidFilter");
        assertThat(bind("members pr", List.of(USER, GROUP)).types()).containsExactly(GROUP);
    }
}

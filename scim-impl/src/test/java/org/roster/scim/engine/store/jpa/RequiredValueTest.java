package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.fixture.TestSchemas;

class RequiredValueTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq 'Ada' | userName=ada",
                "emails.value eq 'Ada@x.org' | emails.value=ada@x.org",
                "emails[type eq 'work'].value eq 'ada@x.org' | emails.value=ada@x.org",
                "emails[type eq 'work' and value eq 'ada@x.org'] | emails.value=ada@x.org",
                "active eq true and (title eq 'clerk' and name.familyName eq 'Lovelace') | name.familyName=lovelace",
                "userName eq 'ada' and ENTERPRISE:organization eq 'a long name' | userName=ada",
                "userName eq 'ada' and not (emails pr) | userName=ada",
                "userName eq 'ada' or title eq 'clerk' |",
                "not (userName eq 'ada') |",
                "userName ne 'ada' |",
                "userName sw 'ada' |",
                "userName eq null |",
                "emails[type eq 'work'] |",
                "emails[not (value eq 'ada@x.org')] |",
                "active eq true |",
                "id eq 'ada' |",
                "userName eq 'ada' and groups.value eq 'guides' |",
                "groups.value eq 'guides' |",
            })
    void the_text_that_few_have_is_looked_up(String filter, String key) {
        String text = filter.replace('\'', '"').replace("ENTERPRISE:", ENTERPRISE);
        Filter bound = FilterBinder.bind(FilterParser.parse(text, FilterLimits.DEFAULT), USER);

        assertThat(RequiredValue.of(bound, USER, new Relations(TestSchemas.REGISTRY))
                        .map(RequiredValue::key)
                        .orElse(null))
                .isEqualTo(key);
    }
}

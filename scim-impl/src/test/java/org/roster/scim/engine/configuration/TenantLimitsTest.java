package org.roster.scim.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.FilterLimits;

/** How much a single request of a tenant may be. */
class TenantLimitsTest {

    @Test
    void a_tenant_has_its_own_numbers_and_for_the_rest_those_of_the_service() {
        TenantLimits limits = limits(
                "tenant:acme:page.limit=50,credential:hr:rate=5,tenant:acme:filter.terms=3,tenant:acme:concurrent=2",
                Map.of("roster.page.size", "70", "roster.bulk.operations", "7"));

        RequestLimits acme = limits.of("acme");
        assertThat(acme.of(RequestLimit.PAGE_LIMIT)).isEqualTo(50);
        assertThat(acme.pageSize()).as("no more than a page may have").isEqualTo(50);
        assertThat(acme.filter()).isEqualTo(new FilterLimits(4_096, 32, 3));
        assertThat(acme.of(RequestLimit.BULK_OPERATIONS)).isEqualTo(7);
        for (RequestLimits other : new RequestLimits[] {limits.of("other"), limits.of(Optional.empty())}) {
            assertThat(other.of(RequestLimit.PAGE_LIMIT)).isEqualTo(1_000);
            assertThat(other.pageSize()).isEqualTo(70);
            assertThat(other.filter()).isEqualTo(FilterLimits.DEFAULT);
        }
    }

    @Test
    void a_tenant_may_have_more_than_the_others() {
        TenantLimits limits = limits("tenant:acme:body.limit=2000000", Map.of("roster.body.limit", "1000"));
        assertThat(limits.of("acme").of(RequestLimit.BODY)).isEqualTo(2_000_000);
        assertThat(limits.of("other").of(RequestLimit.BODY)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant:acme:body.limit=0",
                "tenant:acme:body.limit=268435457",
                "tenant:acme:json.depth=7",
                "tenant:acme:json.depth=33",
                "tenant:acme:page.size=100001",
                "tenant:acme:page.limit=0",
                "tenant:acme:filter.length=4097",
                "tenant:acme:filter.depth=0",
                "tenant:acme:filter.terms=201",
                "tenant:acme:patch.operations=1001",
                "tenant:acme:bulk.operations=0",
                "tenant:acme:bulk.payload=268435457"
            })
    void what_the_service_cannot_bear_ends_the_start(String entry) {
        assertThatThrownBy(() -> limits(entry, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("roster.limits has \"" + entry + "\"; ")
                .hasMessageContaining(" must be a whole number from ");
    }

    @ParameterizedTest
    @EnumSource(RequestLimit.class)
    void every_limit_is_a_setting_of_the_service_and_of_a_tenant(RequestLimit limit) {
        String ofService = Integer.toString(limit.usual() - 1);
        TenantLimits limits = limits(
                "tenant:acme:" + limit.keyword() + "=" + (limit.usual() - 2),
                Map.of("roster." + limit.keyword(), ofService));
        assertThat(limits.of("acme").of(limit)).isEqualTo(limit.usual() - 2);
        assertThat(limits.of("other").of(limit)).isEqualTo(limit.usual() - 1);
    }

    private static TenantLimits limits(String entries, Map<String, String> more) {
        return new TenantLimits(
                new Configuration(name -> name.equals("roster.limits") ? entries : more.get(name), Map.of()));
    }
}

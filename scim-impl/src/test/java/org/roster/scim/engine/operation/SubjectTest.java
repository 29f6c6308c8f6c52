package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** The resource that stands for the caller (RFC 7644 §3.11). */
@Tag("P-3.11-01")
class SubjectTest {

    private final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);
    private final Directory directory = new Directory(store, "t");
    private final Directory elsewhere = new Directory(store, "u");
    private final Permission permission = new Permission(new RoleAuthorizer());
    private final Stores stores = Stores.of(List.of(store));
    private final FindSubject find = new FindSubject(permission, stores);
    private final Writing writing =
            new Writing(stores, permission, new Consequences(Sessions.of(List.of()), new ResourceEvents()));
    private final CreateSubject create =
            new CreateSubject(permission, new CreateResource(permission, writing, new Secrets()));

    private static RequestContext caller(String name, String... roles) {
        return new RequestContext("t", new Caller(name, Set.of(roles)));
    }

    private String found(RequestContext context) {
        return find.find(context, Operation.READ, USER).id();
    }

    @Test
    void is_the_one_with_his_name_in_any_case() {
        directory.create(aUser("bob"));
        ScimResource ada = directory.create(aUser("Ada@Example.com"));
        directory.create(aUser("ada"));

        assertThat(found(caller("ada@example.com", "scim-read"))).isEqualTo(ada.id());
        assertThat(find.find(caller("ADA@EXAMPLE.COM", "scim-admin"), Operation.DELETE, USER)
                        .type())
                .isEqualTo(USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "a\" or userName pr or userName eq \"", "%", "ad_", "*"})
    void is_nobody_where_nobody_has_the_name(String name) {
        directory.create(aUser("ada"));
        elsewhere.create(aUser("nobody"));

        refused(() -> found(caller(name, "scim-admin"))).as(404).saying("userName");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void is_found_for_what_the_caller_may_do_and_nothing_else(Operation operation) {
        directory.create(aUser("ada"));
        boolean reads =
                EnumSet.of(Operation.READ, Operation.READ_OWN, Operation.QUERY).contains(operation);

        refused(() -> find.find(caller("ada"), operation, USER)).as(403);
        refused(() -> find.find(caller("nobody"), operation, USER)).as(403);
        if (!reads) {
            refused(() -> find.find(caller("ada", "scim-read"), operation, USER))
                    .as(403);
        }
    }

    @Test
    @Tag("P-7.7-01")
    void is_all_that_a_person_may_read() {
        ScimResource ada = directory.create(aUser("ada"));
        RequestContext person = caller("ada", "scim-self");

        ResourceKey own = find.find(person, Operation.READ_OWN, USER);
        assertThat(new ReadResource(permission, stores, Operation.READ_OWN)
                        .read(person, own, Projection.DEFAULT)
                        .resource()
                        .beginning())
                .isEqualTo(ada);
        refused(() -> new ReadResource(permission, stores, Operation.READ).read(person, own, Projection.DEFAULT))
                .as(403);
    }

    @Test
    void is_created_with_his_name_and_no_other() {
        RequestContext ada = caller("ada", "scim-admin");
        for (Body wrong : List.of(aUser("bob"), aUser("ada").without("userName"))) {
            refused(() -> create.create(ada, USER, wrong.json(), Projection.DEFAULT))
                    .as(400, "invalidValue")
                    .saying("ada", "/Users");
        }
        ScimResource created = create.create(ada, USER, aUser("Ada").json(), Projection.DEFAULT)
                .resource();

        assertThat(found(ada)).isEqualTo(created.id());
        refused(() -> create.create(ada, USER, aUser("ada").json(), Projection.DEFAULT))
                .as(409, "uniqueness");
        refused(() -> create.create(
                        caller("bob", "scim-read"), USER, aUser("bob").json(), Projection.DEFAULT))
                .as(403);
    }
}

package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roster.scim.model.Address;
import org.roster.scim.model.EnterpriseUser;
import org.roster.scim.model.Group;
import org.roster.scim.model.ManagerReference;
import org.roster.scim.model.MultiValue;
import org.roster.scim.model.Name;
import org.roster.scim.model.Reference;
import org.roster.scim.model.User;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;

/** The typed views have every attribute of the schemas of RFC 7643, by its name. */
class ViewNamesTest {

    private static Set<String> wire(Class<?> view, String... besides) {
        return Arrays.stream(view.getRecordComponents())
                .map(component -> component
                        .getAccessor()
                        .getAnnotation(JsonbProperty.class)
                        .value())
                .filter(name -> !List.of(besides).contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).collect(Collectors.toSet());
    }

    private static Set<String> parts(Schema schema, String attribute) {
        return names(schema.attribute(attribute).orElseThrow().subAttributes());
    }

    @Test
    void of_a_user() {
        Schema user = USER.schema();
        assertThat(wire(User.class, "id", "externalId", "extensions")).isEqualTo(names(user.attributes()));
        assertThat(wire(Name.class)).isEqualTo(parts(user, "name"));
        assertThat(wire(Address.class)).isEqualTo(parts(user, "addresses"));
        assertThat(wire(Reference.class)).isEqualTo(parts(user, "groups"));
        assertThat(Stream.of("emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates"))
                .allSatisfy(attribute -> assertThat(wire(MultiValue.class)).isEqualTo(parts(user, attribute)));
    }

    @Test
    void of_a_group() {
        assertThat(wire(Group.class, "id", "externalId", "extensions"))
                .isEqualTo(names(GROUP.schema().attributes()));
        assertThat(wire(Reference.class)).isEqualTo(parts(GROUP.schema(), "members"));
    }

    @Test
    void of_the_enterprise_extension() {
        Schema enterprise = USER.extensions().stream()
                .map(SchemaExtension::schema)
                .filter(schema -> schema.id().equals(EnterpriseUser.SCHEMA))
                .findFirst()
                .orElseThrow();
        assertThat(wire(EnterpriseUser.class)).isEqualTo(names(enterprise.attributes()));
        assertThat(wire(ManagerReference.class)).isEqualTo(parts(enterprise, "manager"));
    }
}

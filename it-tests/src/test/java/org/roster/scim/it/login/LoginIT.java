package org.roster.scim.it.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import com.example.login.RosterLogin;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.access.Administration;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.LoginScript;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;

/**
 * Whom Roster knows can log in to another application on the server, and whom it knows no longer is out at the next
 * request. The shipped script has prepared the server, and the other application has what the documentation wants it to.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LoginIT {

    private static final String OTHER = "other";

    private static boolean prepared;

    private final ScimHttp scim = ScimHttp.admin();
    private final String name = "Ada-" + UUID.randomUUID();

    @ArquillianResource
    Deployer deployer;

    @Deployment(testable = false)
    static WebArchive roster() {
        return ShippedWar.deployment();
    }

    @Deployment(name = OTHER, managed = false, testable = false)
    static WebArchive other() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, OTHER + ".war")
                .addClass(HelloServlet.class)
                .setWebXML("login/web.xml");
        return Lane.current().server() == Lane.Server.WILDFLY
                ? war.addAsWebInfResource("login/jboss-web.xml", "jboss-web.xml")
                : war.addClass(RosterLogin.class).addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    /** Once for all tests; not earlier, because now the server runs. */
    @BeforeEach
    void prepareTheServer() {
        if (!prepared) {
            LoginScript.run();
            deployer.deploy(OTHER);
            prepared = true;
        }
    }

    private static ScimAnswer login(String name, String password, String path) {
        return ScimHttp.as(name, password)
                .at(RosterServer.current().baseUrl().resolve("/" + OTHER).toString())
                .get(path);
    }

    private static ScimAnswer login(String name, String password) {
        return login(name, password, "/");
    }

    private String create(String password) {
        return scim.post(
                        "/Users", aUser().named(name).with("password", password).json())
                .expect(201)
                .id();
    }

    private void patch(String user, PatchBuilder patch) {
        scim.patch("/Users/" + user, patch.json()).expect(200);
    }

    @Test
    void a_user_logs_in_by_his_name_in_any_case_and_by_his_password_alone() {
        create("t1meMa$heen");

        assertThat(login(name, "t1meMa$heen").expect(200).body()).isEqualTo(name.toLowerCase(Locale.ROOT));
        assertThat(login(name.toUpperCase(Locale.ROOT), "t1meMa$heen")
                        .expect(200)
                        .body())
                .isEqualTo(name.toLowerCase(Locale.ROOT));
        login(name, "t1meMa$hee").expect(401);
        login(name, "T1MEMA$HEEN").expect(401);
        login(name, "").expect(401);
        login(name + "x", "t1meMa$heen").expect(401);
        ScimHttp.anonymous()
                .at(RosterServer.current().baseUrl().resolve("/" + OTHER).toString())
                .get("/")
                .expect(401);
    }

    @Test
    void a_password_may_have_letters_of_any_language_and_colons() {
        String password = "Gr\u00fc\u00dfe: \u043f\u0430\u0440\u043e\u043b\u044c:\ud83d\udd11";
        create(Normalizer.normalize(password, Normalizer.Form.NFD));

        login(name, password).expect(200);
        login(name, Normalizer.normalize(password, Normalizer.Form.NFD)).expect(200);
        login(name, password.substring(0, password.lastIndexOf(':'))).expect(401);
        login(name, password.replace('\u00fc', '?')).expect(401);
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one() {
        String user = create("the old one");
        login(name, "the old one").expect(200);

        patch(user, aPatch().replace("password", "\"the new one\""));
        login(name, "the old one").expect(401);
        login(name, "the new one").expect(200);

        patch(user, aPatch().remove("password"));
        login(name, "the new one").expect(401);
    }

    @Test
    void who_is_deactivated_or_deleted_is_out_at_the_next_request() {
        String user = create("t1meMa$heen");
        login(name, "t1meMa$heen").expect(200);

        patch(user, aPatch().replace("active", "false"));
        login(name, "t1meMa$heen").expect(401);
        patch(user, aPatch().replace("active", "true"));
        login(name, "t1meMa$heen").expect(200);

        scim.delete("/Users/" + user).expect(204);
        login(name, "t1meMa$heen").expect(401);
    }

    @Test
    void a_group_is_a_role() {
        String user = create("t1meMa$heen");
        String staff =
                scim.post("/Groups", aGroup().named("staff").json()).expect(201).id();
        login(name, "t1meMa$heen", "/staff").expect(403);

        scim.patch(
                "/Groups/" + staff,
                aPatch().add("members", PatchBuilder.members(List.of(user))).json());
        login(name, "t1meMa$heen", "/staff").expect(200);

        scim.patch(
                "/Groups/" + staff,
                aPatch().remove("members[value eq \"" + user + "\"]").json());
        login(name, "t1meMa$heen", "/staff").expect(403);
        login(name, "t1meMa$heen").expect(200);
    }

    @Test
    void a_group_that_is_called_like_a_role_of_roster_makes_no_administrator() {
        String user = create("t1meMa$heen");
        ScimHttp trusted = Administration.client("scim-write", "scim-protected");
        String group = trusted.post(
                        "/Groups", aGroup().named("scim-admin").withMember(user).json())
                .expect(201)
                .id();

        login(name, "t1meMa$heen", "/admin").expect(403);
        ScimHttp.as(name, "t1meMa$heen").get("/Users").expectError(401);
        trusted.delete("/Groups/" + group).expect(204);
    }
}

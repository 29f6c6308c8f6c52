package org.roster.scim.it.protocol;

import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.roster.scim.it.sample.UserBuilder;

/** Four people and whom each filter finds among them. The rows follow RFC 7644 §3.4.2.2 from the operators to the grouping. */
final class FilterTable {
    record Row(String filter, List<String> names) {}

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    static final List<Row> ROWS = List.of(
            row("title eq \"manager\"", "Anna"),
            row("title eq \"mAnAgEr\"", "Anna"),
            row("title ne \"manager\"", "Bert", "Cleo", "Dora"),
            row("title co \"anag\"", "Anna", "Cleo"),
            row("title sw \"MAN\"", "Anna", "Cleo"),
            row("title ew \"things\"", "Cleo"),
            row("title pr", "Anna", "Cleo", "Dora"),
            row("title gt \"manager\"", "Cleo", "Dora"),
            row("title ge \"manager\"", "Anna", "Cleo", "Dora"),
            row("title lt \"manager\"", new String[0]),
            row("title le \"manager\"", "Anna"),
            row("title eq \"\\u00fcbersetzerin\"", "Dora"),
            row("title eq \"\u00dcBERSETZERIN\"", "Dora"),
            // metacharacters of SQL mean themselves
            row("title co \"%\"", "Cleo"),
            row("title co \"_\"", "Cleo"),
            row("title sw \"m%r\"", new String[0]),
            row("title eq \"' or 1=1 --\"", new String[0]),
            row("nickName eq \"say \\\"hi\\\" \\\\ bye\"", "Cleo"),
            row("nickName co \"\\\\\"", "Cleo"),
            // booleans, and what is not there
            row("active eq true", "Anna", "Dora"),
            row("active eq false", "Bert", "Cleo"),
            row("active ne true", "Bert", "Cleo"),
            row("active eq \"True\"", "Anna", "Dora"),
            row("not (title pr)", "Bert"),
            row("title eq null", "Bert"),
            row("title ne null", "Anna", "Cleo", "Dora"),
            row("addresses pr", new String[0]),
            row("name pr", "Anna", "Bert"),
            row("emails pr", "Anna", "Bert", "Dora"),
            // complex and multi-valued
            row("name.familyName sw \"kell\"", "Anna", "Bert"),
            row("emails.value eq \"dora@work.example\"", "Dora"),
            row("emails eq \"dora@work.example\"", "Dora"),
            row("emails co \"@WORK\"", "Anna", "Bert", "Dora"),
            row("emails.type eq \"home\" and emails.value co \"@work\"", "Anna", "Bert"),
            row("emails[type eq \"home\" and value co \"@work\"]", "Bert"),
            row("emails[type eq \"work\" or type eq \"home\"]", "Anna", "Bert", "Dora"),
            row("emails[not (type eq \"work\")]", "Anna", "Bert"),
            row("emails[(type eq \"work\") and (value sw \"a\" or value sw \"d\")]", "Anna", "Dora"),
            row("emails[primary eq true]", "Anna"),
            row("emails[primary eq false]", "Anna", "Bert", "Dora"),
            row("emails[type eq \"work\" and primary eq false]", "Dora"),
            row("emails.primary eq false", "Anna", "Bert", "Dora"),
            row("emails[primary ne false]", "Anna"),
            row("emails.primary ne false", "Cleo"),
            row("emails[type eq \"work\"].value eq \"dora@work.example\"", "Dora"),
            row("not (emails[type eq \"work\"])", "Bert", "Cleo"),
            row("not (emails.type eq \"work\")", "Bert", "Cleo"),
            // names: qualified, of an extension, in any case
            row(CORE + ":title eq \"manager\"", "Anna"),
            row(CORE + ":name.familyName eq \"keller\"", "Anna"),
            row(ENTERPRISE + ":department eq \"field sales\"", "Anna", "Dora"),
            row(
                    "URN:IETF:PARAMS:SCIM:SCHEMAS:EXTENSION:ENTERPRISE:2.0:USER:Department eq \"field sales\"",
                    "Anna",
                    "Dora"),
            row("department eq \"FIELD SALES\"", "Anna", "Dora"),
            row("schemas eq \"" + ENTERPRISE + "\"", "Anna", "Dora"),
            row("meta.resourceType eq \"User\"", "Anna", "Bert", "Cleo", "Dora"),
            row("TITLE Eq \"manager\" OR Name.FamilyName SW \"keller-\"", "Anna", "Bert"),
            // precedence: not, then and, then or
            row("title pr or active eq false and userName sw \"nobody\"", "Anna", "Cleo", "Dora"),
            row("(title pr or active eq false) and userName sw \"nobody\"", new String[0]),
            row("userName sw \"nobody\" and active eq false or title pr", "Anna", "Cleo", "Dora"),
            row("not (title pr) or title eq \"manager\"", "Anna", "Bert"),
            row("not (title pr or active eq true) or title eq \"manager\"", "Anna", "Bert"),
            row("not(title pr) and active eq false", "Bert"),
            row("((title eq \"manager\"))", "Anna"),
            row("title pr and (active eq true and (department pr or nickName pr))", "Anna", "Dora"));

    private FilterTable() {}

    /** The four, all with this userType. */
    static List<UserBuilder> people(String marker) {
        return List.of(
                aUser().with("userType", marker)
                        .with("displayName", "Anna")
                        .with("title", "Manager")
                        .with("active", JsonValue.TRUE)
                        .withName("Anna", "Keller")
                        .withPrimaryEmail("work", "anna@work.example")
                        .withEmail("home", "anna@home.example")
                        .withEnterprise("department", "Field Sales"),
                aUser().with("userType", marker)
                        .with("displayName", "Bert")
                        .with("active", JsonValue.FALSE)
                        .withName("Bert", "Keller-Brandt")
                        .withEmail("home", "bert@work.example"),
                aUser().with("userType", marker)
                        .with("displayName", "Cleo")
                        .with("title", "manager of 100 %_ things")
                        .with("active", JsonValue.FALSE)
                        .with("nickName", "say \"hi\" \\ bye"),
                aUser().with("userType", marker)
                        .with("displayName", "Dora")
                        .with("title", "\u00dcbersetzerin")
                        .with("active", JsonValue.TRUE)
                        .withEmail("work", "dora@work.example")
                        .withEnterprise("department", "field sales"));
    }

    private static Row row(String filter, String... names) {
        return new Row(filter, Arrays.asList(names));
    }
}

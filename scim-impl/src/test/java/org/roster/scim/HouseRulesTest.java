package org.roster.scim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house: who may import whom, and how things are named. The picture in words is in the README,
 * section "Architecture"; a new package finds its place there and here in the same commit.
 */
@AnalyzeClasses(packages = "org.roster.scim", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String ROSTER = "org.roster.scim..";
    private static final String ENGINE = "org.roster.scim.engine..";
    private static final String WAR = "org.roster.scim.war..";

    private static final DescribedPredicate<JavaClass> THE_API = resideInAPackage(ROSTER)
            .and(not(resideInAPackage(ENGINE)))
            .and(not(resideInAPackage(WAR)))
            .as("scim-api");

    /** Every room of the engine. {@code boot} starts the service: it may see all rooms, and nobody sees it. */
    @ArchTest
    static final ArchRule rooms_are_entered_from_above_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ENGINE)
            .withOptionalLayers(true)
            .layer("boot")
            .definedBy(room("boot"))
            .layer("rest")
            .definedBy(room("rest"))
            .layer("admin")
            .definedBy(room("admin"))
            .layer("bulk")
            .definedBy(room("bulk"))
            .layer("dialect")
            .definedBy(room("dialect"))
            .layer("operation")
            .definedBy(room("operation"))
            .layer("json")
            .definedBy(room("json"))
            .layer("rules")
            .definedBy(rooms("schema", "patch", "filter", "projection", "cursor", "tenant"))
            .layer("limits")
            .definedBy(room("limits"))
            .layer("brake")
            .definedBy(room("brake"))
            .layer("security")
            .definedBy(room("security"))
            .layer("jwt")
            .definedBy(room("jwt"))
            .layer("configuration")
            .definedBy(room("configuration"))
            .layer("event")
            .definedBy(room("event"))
            .layer("journal")
            .definedBy(room("journal"))
            .layer("store")
            .definedBy(room("store"))
            .layer("database")
            .definedBy(room("database"))
            .layer("tableless")
            .definedBy(room("tableless"))
            .whereLayer("boot")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("boot", "admin")
            .whereLayer("admin")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("database")
            .mayOnlyBeAccessedByLayers("boot", "store")
            .whereLayer("tableless")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("tableless")
            .mayOnlyAccessLayers("configuration")
            .whereLayer("bulk")
            .mayOnlyBeAccessedByLayers("boot", "rest")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers("boot", "rest", "bulk")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("boot", "rest", "admin", "bulk")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("boot", "rest", "admin", "bulk", "dialect", "rules", "security", "jwt")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("boot", "rest", "admin", "bulk", "dialect", "operation", "security")
            .whereLayer("limits")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("brake")
            .mayOnlyBeAccessedByLayers("boot", "rest", "admin")
            .whereLayer("security")
            .mayOnlyBeAccessedByLayers("boot", "rest", "admin", "limits", "operation", "jwt")
            .whereLayer("jwt")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("jwt")
            .mayOnlyAccessLayers("security", "configuration", "json")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("boot", "operation")
            .whereLayer("event")
            .mayNotAccessAnyLayer()
            .whereLayer("journal")
            .mayOnlyBeAccessedByLayers("boot", "operation", "store")
            .because("a request walks rest -> bulk -> dialect, json, operation -> schema, patch, ... -> scim-api");

    @ArchTest
    static final ArchRule every_room_of_the_engine_is_in_the_picture = classes()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .resideInAnyPackage(rooms(
                    "boot",
                    "rest",
                    "admin",
                    "bulk",
                    "dialect",
                    "operation",
                    "json",
                    "schema",
                    "patch",
                    "filter",
                    "projection",
                    "cursor",
                    "tenant",
                    "limits",
                    "brake",
                    "security",
                    "jwt",
                    "configuration",
                    "event",
                    "journal",
                    "store",
                    "database",
                    "tableless"))
            .because("a room that is not listed in rooms_are_entered_from_above_only is not guarded");

    @ArchTest
    static final ArchRule stores_know_the_api_only = noClasses()
            .that()
            .resideInAPackage(room("store"))
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ENGINE).and(not(resideInAnyPackage(rooms("store", "journal", "database")))))
            .because("a store needs no more of the engine than the journal that it writes, and a database");

    @ArchTest
    static final ArchRule a_store_knows_no_other_store =
            slices().matching("org.roster.scim.engine.store.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule the_memory_store_needs_no_server = noClasses()
            .that()
            .resideInAPackage(room("store.memory"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule the_api_needs_the_jdk_and_the_json_apis_only = classes()
            .that(THE_API)
            .should()
            .onlyDependOnClassesThat(THE_API.or(resideInAPackage("java.."))
                    .or(resideInAPackage("jakarta.json.."))
                    .or(resideInAPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule http_is_known_at_the_door_only = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackages(rooms("rest", "admin", "limits", "security", "boot"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule nobody_but_jwt_calls_others = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackages(rooms("rest", "security", "boot", "jwt"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("the keys of those who issue JWTs are all that the service fetches");

    @ArchTest
    static final ArchRule the_library_for_jwts_is_known_there_only = noClasses()
            .that()
            .resideOutsideOfPackage(room("jwt"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule jpa_is_known_where_rows_are_only = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .and()
            .resideOutsideOfPackages(rooms("store", "journal", "database"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule no_code_knows_a_server_or_a_jpa_provider = noClasses()
            .that()
            .resideOutsideOfPackage(WAR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.eclipse.persistence..",
                    "org.hibernate..",
                    "org.jboss..",
                    "org.wildfly..",
                    "fish.payara..",
                    "org.glassfish..");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("org.roster.scim.(**)").should().beFreeOfCycles();

    @ArchTest
    static void every_package_is_null_marked(JavaClasses all) {
        var packages = new TreeSet<String>();
        for (JavaClass each : all) {
            if (!each.getPackage().isAnnotatedWith(NullMarked.class)) {
                packages.add(each.getPackageName());
            }
        }
        assertThat(packages)
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule a_name_says_what_a_class_does = noClasses()
            .that()
            .resideInAPackage(ROSTER)
            .should()
            .haveNameMatching(".*[.$](Abstract\\w+|\\w*(Util|Utils|Helper|Manager|Impl))")
            .because("a class that fits nowhere is a missing concept: find its name");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a constructor says what a class needs, and a test can call it");

    @ArchTest
    static final ArchRule no_scan_for_another_application_finds_us = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Path")
            .orShould()
            .beAnnotatedWith("jakarta.ws.rs.ext.Provider")
            .because("in the deployment of a product it would be below the product's path; see the package boot");

    @ArchTest
    static final ArchRule no_server_is_asked_for_a_unit_that_a_product_may_not_have = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAPackage(ENGINE))
            .should()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceUnit")
            .because("Payara resolves it even where CDI leaves the class out; see DirectoryUnit");

    @ArchTest
    static final ArchRule the_log_is_system_logger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..")
            .because("java.lang.System.Logger reaches every server's log without a library");

    private static String[] rooms(String... names) {
        return Stream.of(names).map(HouseRulesTest::room).toArray(String[]::new);
    }

    private static String room(String name) {
        return "org.roster.scim.engine." + name + "..";
    }
}

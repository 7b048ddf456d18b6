package rounds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.util.Set;

/// The plan of the house, kept by the build.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("rounds");

    private static final Set<String> DOORS =
            Set.of(
                    "io.micronaut.transaction.annotation.Transactional",
                    "jakarta.transaction.Transactional",
                    "io.micronaut.data.connection.annotation.Connectable",
                    "io.micronaut.transaction.TransactionOperations",
                    "javax.sql.DataSource");

    @Test
    void layersPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("kernel")
                .definedBy("rounds.kernel..")
                .layer("platform")
                .definedBy("rounds.platform..")
                .layer("identity")
                .definedBy("rounds.identity..")
                .layer("community")
                .definedBy("rounds.community..")
                .layer("images")
                .definedBy("rounds.images..")
                .layer("content")
                .definedBy(
                        "rounds.forum..",
                        "rounds.library..",
                        "rounds.cases..",
                        "rounds.glossary..",
                        "rounds.start..",
                        "rounds.topics..")
                .layer("search")
                .definedBy("rounds.search..", "rounds.notifications..")
                .layer("interchange")
                .definedBy("rounds.interchange..")
                .layer("web")
                .definedBy("rounds.web..")
                .layer("start")
                .definedBy("rounds", "rounds.cli..")
                .whereLayer("start")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("interchange")
                .mayOnlyBeAccessedByLayers("start", "web")
                .whereLayer("search")
                .mayOnlyBeAccessedByLayers("start", "web", "interchange")
                .whereLayer("content")
                .mayOnlyBeAccessedByLayers("start", "web", "interchange")
                .whereLayer("community")
                .mayOnlyBeAccessedByLayers("start", "web", "interchange", "search", "content")
                .whereLayer("images")
                .mayOnlyBeAccessedByLayers("start", "web", "interchange", "content")
                .whereLayer("identity")
                .mayOnlyBeAccessedByLayers(
                        "start", "web", "interchange", "search", "content", "community")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers(
                        "start",
                        "web",
                        "interchange",
                        "search",
                        "content",
                        "images",
                        "community",
                        "identity")
                .because("a feature reaches below itself, never beside or above itself")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("rounds.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void searchAndNotificationsSeeNoContentFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("rounds.search..", "rounds.notifications..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "rounds.forum..",
                        "rounds.library..",
                        "rounds.cases..",
                        "rounds.glossary..",
                        "rounds.start..",
                        "rounds.topics..")
                .allowEmptyShould(true)
                .because("search and notifications reach content through kernel.ContentOwner")
                .check(CLASSES);
    }

    @Test
    void contentFeaturesDoNotSeeEachOther() {
        slices().matching("rounds.(forum|library|cases|glossary|start|topics)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void theKernelKnowsTheJdkAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("rounds.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "rounds.kernel..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDatabasePackageOpensTransactions() {
        for (JavaClass user : CLASSES) {
            if (user.getPackageName().startsWith("rounds.platform.database")
                    || user.getPackageName().startsWith("rounds.platform.changes")
                    // What the annotation processors make of our repositories.
                    || user.getSimpleName().startsWith("$")
                    || user.getSimpleName().contains("$Intercepted")) {
                continue;
            }
            assertThat(user.getDirectDependenciesFromSelf())
                    .as(
                            "%s: Transactions is the one door, since it names the viewer",
                            user.getName())
                    .noneMatch(dependency -> DOORS.contains(dependency.getTargetClass().getName()));
        }
    }

    @Test
    void onlySearchAsksTheIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackage("rounds.search..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene.search..", "org.apache.lucene.index..")
                .because("what a viewer may find is decided inside the query, in one class")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheIndexWithoutAnAudience() {
        noClasses()
                .that()
                // A query of its own is handed the searcher that runs it.
                .haveNameNotMatching("rounds\\.search\\.(ViewerSearcher|LesserParts)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.lucene.search.IndexSearcher")
                .because("ViewerSearcher cannot be built without the viewer's audience")
                .check(CLASSES);
        for (JavaClass user : CLASSES) {
            if (user.getName().equals("rounds.search.ViewerSearcher")) {
                assertThat(user.getConstructors())
                        .allMatch(constructor ->
                                constructor.getRawParameterTypes().stream()
                                        .anyMatch(type ->
                                                type.getSimpleName().equals("ViewerAudience")));
            }
        }
    }

    @Test
    void onlyMarkdownMakesHtmlOfPeoplesWords() {
        noClasses()
                .that()
                .resideOutsideOfPackage("rounds.platform.markdown..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vladsch.flexmark..", "org.owasp.html..")
                .because("there is one maker of HTML from people's words")
                .check(CLASSES);
    }

    @Test
    void onlyTheProcessThatIsShutInParsesDocuments() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "rounds\\.platform\\.documents\\.(.*Reader|Worker|Office|Diagrams|Pdf.*|LargestWords)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..",
                        "org.apache.poi..",
                        "org.apache.xmlbeans..")
                .because("what parses foreign files may be taken over by one of them")
                .check(CLASSES);
        noClasses()
                .that()
                .haveNameNotMatching("rounds\\.platform\\.documents\\.(Worker|.*Reader)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("rounds\\.platform\\.documents\\..*Reader")
                .because("only the process that is shut in reads")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaPackage pack : CLASSES.getPackage("rounds").getSubpackagesInTree()) {
            if (!pack.getClasses().isEmpty()) {
                assertThat(pack.isAnnotatedWith(NullMarked.class))
                        .as("%s needs a package-info.java with @NullMarked", pack.getName())
                        .isTrue();
            }
        }
    }
}

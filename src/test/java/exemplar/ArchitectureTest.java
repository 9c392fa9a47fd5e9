package exemplar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Holds the floors of docs/architecture.md.
class ArchitectureTest {
    private static final List<List<String>> FLOORS =
            List.of(
                    List.of("model"),
                    List.of("template", "backend", "embed", "text", "stats"),
                    List.of("prompt", "select", "evidence", "compare", "translate", "method"),
                    List.of("study", "formats"),
                    List.of("ui", "cli"),
                    List.of("app"));

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map(r -> "exemplar." + r + "..").toArray(String[]::new);
    }

    private static String[] above(int floor) {
        return FLOORS.subList(floor + 1, FLOORS.size()).stream()
                .flatMap(List::stream)
                .map(r -> "exemplar." + r + "..")
                .toArray(String[]::new);
    }

    private static final Pattern CLASS = Pattern.compile(".*/(exemplar/[^$]*?)(\\$.*)?\\.class");

    /// Test classes may lie beside the others, depending on who compiled them; what counts is where
    /// their source is.
    private static boolean isTest(Location place) {
        Matcher m = CLASS.matcher(place.asURI().getPath());
        return m.matches()
                && !Files.exists(Path.of("src/main/java", m.group(1) + ".java"))
                && (Files.exists(Path.of("src/test/java", m.group(1) + ".java"))
                        || Files.exists(Path.of("src/bench/java", m.group(1) + ".java")));
    }

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(place -> !isTest(place))
                    .importPackages("exemplar");

    @TestFactory
    Stream<DynamicTest> noRoomReachesUp() {
        return Stream.iterate(0, floor -> floor < FLOORS.size() - 1, floor -> floor + 1)
                .map(floor ->
                        test(
                                "floor " + floor + " knows no floor above it",
                                noClasses()
                                        .that()
                                        .resideInAnyPackage(packages(FLOORS.get(floor)))
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage(above(floor))
                                        .because(
                                                "a room can be understood, tested and reused with"
                                                        + " nothing but what it stands on")));
    }

    @TestFactory
    Stream<DynamicTest> theHouseRules() {
        return Stream.of(
                test(
                        "the model stands on the JDK alone",
                        classes()
                                .that()
                                .resideInAPackage("exemplar.model..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage("java..", "exemplar.model..", "org.jspecify..")
                                .because("the nouns outlive every library")),
                test(
                        "no toolkit below the screen",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("exemplar.ui..", "exemplar.app..")
                                .and()
                                .resideInAPackage("exemplar..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("javafx..")
                                .because("everything works without a display")),
                test(
                        "view models know no scene",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("ViewModel")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                                .because("what a pane does is tested without a toolkit")),
                test(
                        "only the bridge calls the event queue",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("exemplar.ui.fx..")
                                .should()
                                .callMethod(
                                        javafx.application.Platform.class,
                                        "runLater",
                                        Runnable.class)
                                .because("updates are put together once a frame in one place")),
                test(
                        "only the command line writes to standard output",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("exemplar.cli..")
                                .should()
                                .accessField(System.class, "out")
                                .because("standard output carries results that programs read")),
                test(
                        "the shell knows no pane",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "exemplar.ui.shell..",
                                        "exemplar.ui.control..",
                                        "exemplar.ui.fx..")
                                .should()
                                .dependOnClassesThat(
                                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                                "belong to a pane", ArchitectureTest::inPane))
                                .because("a new pane changes nothing else")),
                test(
                        "the command line loads no screen",
                        noClasses()
                                .that()
                                .resideInAPackage("exemplar.cli..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("javafx..")
                                .because("a command starts in a fraction of a second")),
                test(
                        "rooms of the top-level packages form no cycle",
                        slices().matching("exemplar.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("of two rooms at most one knows the other")),
                test(
                        "rooms of the screen form no cycle",
                        slices().matching("exemplar.ui.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("panes meet in the workspace only")),
                test(
                        "names say what a class is",
                        noClasses()
                                .that()
                                .resideInAPackage("exemplar..")
                                .should()
                                .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)$")
                                .because("such a name says that the noun has not been found")));
    }

    private static boolean inPane(com.tngtech.archunit.core.domain.JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("exemplar.ui.")
                && !List.of("fx", "shell", "control").contains(name.split("\\.")[2]);
    }

    private static DynamicTest test(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(CLASSES));
    }
}

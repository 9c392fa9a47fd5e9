package exemplar.backend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockTest {
    /// A wait that is told as a date is read against the server's own; Machine and Gateway note
    /// when something was kept or found.
    private static final Set<String> MAY =
            Set.of("RetryHint", "LimitHeaders", "Machine", "Gateway");

    private static final DescribedPredicate<JavaClass> OTHERS =
            DescribedPredicate.describe(
                    "classes that have no business with the date",
                    c ->
                            c.getPackageName().startsWith("exemplar.backend")
                                    && !MAY.contains(c.getSimpleName()));

    @Test
    void aClockThatJumpsEndsNoWaitAsNobodyWhoWaitsReadsTheDate() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(place -> !place.contains("test-classes"))
                        .importPackages("exemplar.backend");
        noClasses()
                .that(OTHERS)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("timeouts, retries, rates and idle engines go by the monotonic clock")
                .check(classes);
    }
}

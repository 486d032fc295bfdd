package dev.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What runs inside a workflow does the same in every process, or a run cannot be taken over by another worker. */
final class DeterminismTest {

    private static final Path MAIN = Path.of("src", "main", "java", "dev", "penstock");
    private static final Path INTERPRETER = MAIN.resolve("interpreter");
    private static final Path ENGINE = MAIN.resolve("engine");
    private static final int FEWEST = 30;

    /** Their order is another one in each process, or they ask the world outside. */
    private static final Pattern FORBIDDEN = Pattern.compile(String.join(
            "|",
            "\\b(Map|Set)\\.(of|ofEntries|copyOf)\\(",
            "\\b(HashMap|HashSet|IdentityHashMap|WeakHashMap)\\b",
            "\\b(toSet|toMap|toUnmodifiableSet|toUnmodifiableMap|groupingBy|partitioningBy)\\(",
            "\\bparallel(Stream)?\\(",
            "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Clock)\\.(now|system\\w*)\\(",
            "\\bSystem\\.(currentTimeMillis|nanoTime|getenv|getProperty|identityHashCode)\\(",
            "\\brandomUUID\\(",
            "\\b(new (Secure|Splittable)?Random|ThreadLocalRandom|Math\\.random)\\b",
            "\\b(Thread\\.(sleep|start|of\\w+)|new Thread|Executors|CompletableFuture|ForkJoinPool)\\b"));

    // What stands in it is looked up by class and never walked through.
    private static final Predicate<String> NEVER_WALKED =
            line -> line.matches(".*Messages\\.java:\\d+: .*Map\\.of\\(.*");

    @Test
    void usesNothingThatDiffersBetweenProcesses() {
        List<String> found = new ArrayList<>();
        for (Sources.Source source : workflowCode()) {
            List<String> lines = source.lines();
            for (int i = 0; i < lines.size(); i++) {
                if (FORBIDDEN.matcher(lines.get(i)).find()) {
                    found.add("%s:%s: %s"
                            .formatted(
                                    source.file().getFileName(),
                                    i + 1,
                                    lines.get(i).strip()));
                }
            }
        }
        assertThat(found)
                .as("use LinkedHashMap, TreeMap, lists, and what io.temporal.workflow.Workflow offers")
                .filteredOn(NEVER_WALKED.negate())
                .isEmpty();
        assertThat(found).as("the exception").hasSize(2);
    }

    @Test
    void onlyTheInterpreterWritesWorkflows() {
        List<String> others = Sources.java().stream()
                .filter(source ->
                        source.lines().stream().anyMatch(line -> line.startsWith("import io.temporal.workflow.")))
                .map(DeterminismTest::packageOf)
                .distinct()
                .sorted()
                .toList();
        // The host registers them, the test kit stands in for children, benchmarks compare with those written by hand.
        assertThat(others).containsExactly("benchmarks.engine", "host", "interpreter", "testing.run");
    }

    private static String packageOf(Sources.Source source) {
        String place = source.folder().toString().replace('\\', '/');
        return place.substring(place.indexOf("dev/penstock/") + "dev/penstock/".length())
                .replaceAll("/$", "")
                .replace('/', '.');
    }

    private static List<Sources.Source> workflowCode() {
        List<Sources.Source> code = Sources.java().stream()
                .filter(source -> isIn(source, INTERPRETER) || isIn(source, ENGINE))
                .toList();
        assertThat(code).as("sources of workflow code").hasSizeGreaterThan(FEWEST);
        assertThat(code).anyMatch(source -> isIn(source, INTERPRETER)).anyMatch(source -> isIn(source, ENGINE));
        return code;
    }

    private static boolean isIn(Sources.Source source, Path folder) {
        Path place = source.folder();
        return place != null && place.endsWith(folder);
    }
}

package dev.penstock.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Pipeline;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake of the list is refused on its own line, by javac or by the validation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrongPipelinesTest {

    private static final int MOST_LINES = 3;
    private static final Path VOCABULARY = Path.of("src/test/java/dev/penstock/wrong/WrongPipelineVocabulary.java");

    private List<WrongPipeline> pipelines;
    private Compilation byJavac;
    private final Map<String, List<Problem>> problems = new TreeMap<>();

    @BeforeAll
    void compileAndTrace(@TempDir Path classes) throws Exception {
        pipelines = WrongPipeline.all();
        byJavac =
                Compilation.of(pipelines.stream().filter(WrongPipeline::byJavac).toList(), classes);
        List<WrongPipeline> compiling =
                pipelines.stream().filter(pipeline -> !pipeline.byJavac()).toList();
        assertThat(Compilation.of(compiling, classes).errors()).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (WrongPipeline pipeline : compiling) {
                problems.put(pipeline.className(), problems(loader, pipeline));
            }
        }
    }

    private static List<Problem> problems(ClassLoader loader, WrongPipeline pipeline) throws Exception {
        Object instance = loader.loadClass("wrong." + pipeline.className())
                .getConstructor()
                .newInstance();
        try {
            Spec.of((Pipeline<?, ?>) instance);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }

    @TestFactory
    Stream<DynamicTest> refusesOnTheRightLine() throws IOException {
        String vocabulary = Files.readString(VOCABULARY);
        return pipelines.stream()
                .map(pipeline -> DynamicTest.dynamicTest(pipeline.title(), () -> {
                    if (pipeline.byJavac()) {
                        refusedByJavac(pipeline);
                    } else {
                        refusedByValidation(pipeline, vocabulary);
                    }
                }));
    }

    private void refusedByJavac(WrongPipeline pipeline) {
        List<Compilation.Complaint> errors = byJavac.of(pipeline);
        assertThat(errors).as("errors of javac").hasSize(1);
        assertThat(pipeline.fileName() + ":" + errors.getFirst().line()).isEqualTo(pipeline.place(""));
        int lines = errors.getFirst().words().size();
        if (pipeline.refusedBy().equals("javac")) {
            assertThat(lines).as(errors.getFirst().toString()).isLessThanOrEqualTo(MOST_LINES);
        } else {
            assertThat(lines).as("no longer at length: %s", errors.getFirst()).isGreaterThan(MOST_LINES);
        }
    }

    private void refusedByValidation(WrongPipeline pipeline, String vocabulary) {
        List<Problem> found = problems.getOrDefault(pipeline.className(), List.of());
        assertThat(found).as("one mistake, one problem").hasSize(1);
        assertThat(found.getFirst().code().text()).as(found.toString()).isEqualTo(pipeline.refusedBy());
        assertThat(found.getFirst().where()).as(found.toString()).isEqualTo(pipeline.place(vocabulary));
    }

    @Test
    void holdsAtLeastFortyMistakes() {
        assertThat(pipelines.stream().filter(pipeline -> !pipeline.refusedBy().equals("javac at length")))
                .hasSizeGreaterThan(40);
    }

    @Test
    void isListedInTheGuide() throws IOException {
        List<String> rows = new ArrayList<>();
        for (WrongPipeline pipeline : pipelines) {
            rows.add(WrongPipelineGuide.section(pipeline, byJavac, problems));
        }
        WrongPipelineGuide.check(String.join("\n", rows), pipelines, byJavac);
    }
}

package dev.penstock.flow.user;

import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Keep;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.spec.Spec;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                fails(
                        new FailingPipelines.NameThrows(),
                        "definition-failed",
                        ":\\d+",
                        "name() threw java.lang.IllegalStateException: no name today."),
                fails(new FailingPipelines.NameNull(), "null-value", "", "name() returned null."),
                fails(
                        new FailingPipelines.NameWrong(),
                        "invalid-name",
                        "",
                        "\"Sound Pipeline\" is no name for a pipeline."),
                fails(
                        new FailingPipelines.SettingsThrow(),
                        "definition-failed",
                        ":\\d+",
                        "settings() threw java.lang.IllegalArgumentException: \"25,00\" is no amount of money; write it like \"25.00\"."),
                fails(new FailingPipelines.SettingsNull(), "null-value", "", "settings() returned null."),
                fails(
                        new FailingPipelines.DefaultsThrow(),
                        "definition-failed",
                        ":\\d+",
                        "defaults() threw java.util.NoSuchElementException."),
                fails(new FailingPipelines.DefaultsNull(), "null-value", "", "defaults() returned null."),
                fails(
                        new FailingPipelines.DefaultsWithNullInside(),
                        "null-value",
                        "",
                        "In defaults(), the value.text is null."),
                fails(new FailingPipelines.ResultNull(), "null-value", "", "define(…) returned null."),
                fails(
                        new FailingPipelines.DefinitionThrows(),
                        "definition-failed",
                        ":\\d+",
                        "Describing \"definition-throws\" threw java.lang.ExceptionInInitializerError: no configuration."),
                fails(
                        new FailingPipelines.DefinitionWithoutEnd(),
                        "definition-failed",
                        ":\\d+",
                        "Describing \"definition-without-end\" threw java.lang.StackOverflowError."),
                fails(
                        new FailingPipelines.LibraryThrows(),
                        "definition-failed",
                        ":\\d+",
                        "Describing \"library-throws\" threw java.lang.IllegalArgumentException: Invalid input: JSON Pointer expression must start with '/': \"no pointer\"."),
                fails(
                        new FailingPipelines.InputCannotFlow(),
                        "unsupported-type",
                        "",
                        "Place cannot flow between steps: in Place.path: java.nio.file.Path names a place on one machine."),
                fails(
                        new FailingPipelines.OutputCannotFlow(),
                        "unsupported-type",
                        "",
                        "Path cannot flow between steps: java.nio.file.Path names a place on one machine."),
                fails(
                        new FailingPipelines.Untyped<>(),
                        "unsupported-type",
                        "",
                        "T cannot flow between steps: the type parameter T of Untyped is not known here."));
    }

    private static Arguments fails(Pipeline<?, ?> pipeline, String code, String line, String message) {
        return Arguments.of(pipeline, code, line, message);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isReportedAtThePipeline(Pipeline<?, ?> pipeline, String code, String line, String message) {
        assertThat(Sketch.problemsOf(pipeline)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.code().text()).isEqualTo(code);
            assertThat(problem.where()).matches("FailingPipelines\\.java" + line);
        });
    }

    /** Those that take any input. */
    static Stream<Arguments> failuresInside() {
        return failures().filter(failure -> !(failure.get()[0] instanceof FailingPipelines.DefaultsWithNullInside));
    }

    @ParameterizedTest
    @MethodSource("failuresInside")
    void isReportedOnceWhenThePipelineIsInsideAnother(
            Pipeline<?, ?> pipeline, String code, String line, String message) {
        assertThat(Sketch.problems((flow, in) -> inside(pipeline, flow)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).isEqualTo(message);
                    assertThat(problem.where())
                            .startsWith(
                                    message.equals("name() returned null.")
                                            ? "DefinitionFailureTest.java"
                                            : "FailingPipelines.java");
                });
    }

    @SuppressWarnings("unchecked")
    private static <I> void inside(Pipeline<I, ?> pipeline, Flow flow) {
        flow.run(pipeline.with((Value<I>) Value.of("x")), named("inside"));
    }

    @Test
    void doesNotComeFromAnAbsentDefault() {
        record Echo(Optional<Optional<String>> defaults) implements Pipeline<Optional<String>, Optional<String>> {
            @Override
            public Value<Optional<String>> define(Flow flow, Value<Optional<String>> in) {
                return in;
            }
        }
        Spec spec = Spec.of(new Echo(Optional.of(Optional.empty())));

        assertThat(Spec.parse(spec.toJson(), "file")).isEqualTo(spec);
        assertThat(spec.pipeline().defaults()).isEmpty();
    }

    @Test
    void isReportedForPipelinesWithoutAClassOfTheirOwn() {
        Pipeline<String, String> lambda = (flow, in) -> in;
        Pipeline<String, String> anonymous = new FailingPipelines.Sound() {};

        for (Pipeline<?, ?> pipeline : new Pipeline<?, ?>[] {lambda, anonymous}) {
            assertThat(Sketch.problemsOf(pipeline)).singleElement().satisfies(problem -> {
                assertThat(problem.code().text()).isEqualTo("unstable-name");
                assertThat(problem.where()).isEqualTo("DefinitionFailureTest.java");
            });
        }
    }

    @Test
    void doesNotStopTheRestOfTheDefinitionWhenAStepCannotDescribeItself() {
        assertThat(Sketch.problems((flow, in) -> {
                    flow.run(new Steps.Throws(in.get(Params::depth)));
                    flow.run(new Steps.Null(in.get(Params::depth)));
                    flow.run(new Steps.NullWorkflow(in.get(Params::depth)));
                    flow.run(new Steps.NullResource(in.get(Params::depth)));
                    flow.run(new Keep<>(in.get(Params::depth)), named("Wrong"));
                }))
                .extracting(problem -> problem.message())
                .containsExactly(
                        "container() threw java.lang.IllegalStateException: no image configured.",
                        "container() returned null.",
                        "workflow() returned null.",
                        "resource() returned null.",
                        "\"Wrong\" is no name for a step.");
    }
}

package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Broad;
import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Odd;
import dev.penstock.examples.hello.Hello;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    @TempDir
    Path folder;

    private Outcome run(String mood) {
        return Call.in(folder).with(new Odd.Moody()).run("run", "--target", "embedded", "--input", mood);
    }

    @Test
    void printsTheResultAndNothingElseOnTheOutput() {
        Outcome outcome = Call.in(folder).with(new Hello()).run("run", "--target", "embedded", "--input", "Ada");
        assertThat(outcome).succeeded().complains("embedded: in this process, not durable", "greet", "succeeded in");
        Assertions.assertThat(outcome.out()).isEqualTo("Hello, Ada!\n");
    }

    @Test
    void takesTheDefaultInput() {
        assertThat(Call.in(folder).with(new Hello()).run("run", "--target", "embedded"))
                .succeeded()
                .prints("Hello, World!");
    }

    @Test
    void drawsTheStepsOnATerminal() {
        Outcome outcome = Call.in(folder)
                .with(new Hello())
                .onTerminal()
                .env("NO_COLOR", "1")
                .run("run", "--target", "embedded", "--name", "monday");
        assertThat(outcome)
                .succeeded()
                .prints("monday runs (embedded", "✓ greet", "monday succeeded in", "Hello, World!");
        Assertions.assertThat(outcome.err()).isEmpty();
    }

    @Test
    void writesEventsAsJson() {
        Outcome outcome =
                Call.in(folder).with(new Hello()).run("run", "--target", "embedded", "--json", "--name", "monday");
        assertThat(outcome).succeeded();
        Assertions.assertThat(outcome.err()).isEmpty();
        Assertions.assertThat(outcome.out().lines().toList())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .last()
                .asString()
                .contains("\"event\":\"end\"", "\"outcome\":\"succeeded\"", "\"value\":\"Hello, World!\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bad    | 10 | the disk is full
                    picky  | 11 | rejected its data (Odd.java:36): BadData: 7 of 9 rows have no label
                    null   | 10 | Moody::live returned null
                    """)
    void saysHowARunHasEndedByItsExitCodeAndWhy(String mood, int code, String words) {
        Outcome outcome = run(mood);
        Assertions.assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome).complains(words, "The step \"live\"", "Odd.java:36");
        Assertions.assertThat(outcome.err()).doesNotContain("\tat ");
    }

    @Test
    void offersARetryAfterAFailure() {
        Outcome outcome = Call.in(folder)
                .with(new Odd.Moody())
                .run("run", "--target", "embedded", "--input", "bad", "--name", "monday");
        assertThat(outcome).complains("go on with what is done: penstock retry monday");
    }

    @Test
    void refusesAResultThatIsNoJson() {
        Outcome outcome = Call.in(folder).with(new Odd.Gap()).run("run", "--target", "embedded", "--input", "x");
        Assertions.assertThat(outcome.code()).as(outcome.toString()).isEqualTo(10);
        assertThat(outcome).complains("The step \"pair\" failed", "right");
    }

    @Test
    void putsAHugeResultIntoAFile() throws Exception {
        Outcome outcome = run("huge");
        assertThat(outcome).succeeded();
        Path file = Path.of(outcome.out().strip());
        Assertions.assertThat(file).hasSize(100_000_001);
        Files.delete(file);
    }

    @Test
    void usesTheServicesOfTheApplication() {
        Application application =
                Penstock.application().pipeline(new Odd.Registering()).service(Odd.Registry.class, name -> name + ":1");
        assertThat(Call.in(folder).of(application).run("run", "--target", "embedded", "--input", "iris"))
                .succeeded()
                .prints("iris:1");
    }

    @Test
    void refusesStepsThatNothingHereCanRun() {
        assertThat(Call.in(folder).with(new Iris()).run("run", "--target", "embedded", "--param", "depths=1,2"))
                .complains("no-runner", "There is no build context of the image", "Penstock.application().service(");
        assertThat(Call.in(folder).with(new Odd.Registering()).run("run", "--target", "embedded", "--input", "x"))
                .refused("missing-service")
                .complains("no implementation of dev.penstock.cli.sample.Odd$Registry", "register");
    }

    @Test
    void refusesCodeThatIsNotHere() throws Exception {
        Call call = Call.in(folder).with(new Hello());
        assertThat(call.run("plan", "--write-spec", "hello.json")).succeeded();
        Path spec = folder.resolve("hello.json");
        Files.writeString(spec, Files.readString(spec).replace("examples.hello.Hello\"", "gone.Hello\""));
        assertThat(call.run("run", "hello.json", "--target", "embedded", "--input", "Ada"))
                .refused("missing-code")
                .complains("The class dev.penstock.gone.Hello");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(Call.in(folder)
                        .with(new Odd.Registering())
                        .run("run", "--target", "embedded", "--detach", "--name", "My Run", "--profile", "x"))
                .refused("missing-value", "missing-service", "refused-value", "invalid-name", "unknown-name");
    }

    @Test
    void demandsEveryParameterOfARecord() {
        assertThat(Call.in(folder).with(new Broad()).run("run", "--target", "embedded"))
                .complains("missing-value", "Give it: --param");
    }

    @Test
    void saysThatNoServerIsAtTheAddress() {
        assertThat(Call.in(folder).with(new Hello()).run("run", "--target", "127.0.0.1:1"))
                .refused("no-server")
                .complains("Nothing listens here");
    }

    @Test
    void saysWhichTargetsThereAre() {
        assertThat(Call.in(folder).with(new Hello()).run("run", "--target", "embeded"))
                .refused("unknown-name")
                .complains("--target", "Did you mean \"embedded\"?");
    }
}

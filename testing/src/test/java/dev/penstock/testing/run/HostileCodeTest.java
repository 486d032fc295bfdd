package dev.penstock.testing.run;

import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.rejecting;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Services;
import dev.penstock.testing.run.Hostility.Tree;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a function or service does, its run ends soon and says why. */
final class HostileCodeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    interface Service {
        Tree behave(Hostility how);

        String text(int length);

        Tree cut(Tree tree);

        int same(int n);
    }

    private record Server() implements Service {
        @Override
        public Tree behave(Hostility how) {
            return how.act();
        }

        @Override
        public String text(int length) {
            return "x".repeat(length);
        }

        @Override
        public Tree cut(Tree tree) {
            return new Tree(Double.NaN, "half \ud83d", Map.of());
        }

        @Override
        public int same(int n) {
            Thread.currentThread().interrupt();
            return n;
        }
    }

    static Tree behave(Hostility how) {
        return how.act();
    }

    static String text(int length) {
        return "x".repeat(length);
    }

    static int same(int n) {
        Thread.currentThread().interrupt();
        return n;
    }

    static int count(List<Tree> trees) {
        return trees.size();
    }

    /** By a function, within the workflow task. */
    static final class Applied implements Pipeline<Hostility, Tree> {
        @Override
        @SuppressWarnings("unchecked")
        public Value<Tree> define(Flow flow, Value<Hostility> in) {
            return flow.apply(HostileCodeTest::behave, rejecting(Odd.Refused.class, Odd.RefusedUnspeakably.class))
                    .to(in);
        }
    }

    /** By a service, in an activity. */
    static final class Called implements Pipeline<Hostility, Tree> {
        @Override
        @SuppressWarnings("unchecked")
        public Value<Tree> define(Flow flow, Value<Hostility> in) {
            return flow.call(
                            Service::behave,
                            rejecting(Odd.Refused.class, Odd.RefusedUnspeakably.class),
                            retry(2).every(Duration.ofMinutes(1)))
                    .with(in);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsTheRunOfAFunction(Hostility how) {
        told(runs.of(new Applied()), how);
    }

    @ParameterizedTest
    @EnumSource
    void endsTheRunOfAService(Hostility how) {
        told(runs.of(new Called()).service(Service.class, new Server()), how);
    }

    private static void told(TestRun<Hostility, Tree> run, Hostility how) {
        RunOutcome<Tree> outcome = run.input(how).patience(SOON).run();
        assertThat(outcome)
                .withKind(how.kind())
                .failedIn("behave")
                .saying(how.words())
                .saying(
                        "\"behave\"",
                        "(HostileCodeTest.java:",
                        how.kind() == FaultKind.REJECTED ? "rejected its data" : "in attempt ",
                        how.kind() == FaultKind.REJECTED ? "start a new run." : "penstock retry ")
                .tookAtMost(Duration.ofMinutes(2));
        assertThat(outcome.message().orElseThrow()).hasSizeLessThan(3_000);
    }

    /** Big texts, from a function to a service to the end. */
    static final class Big implements Pipeline<Integer, List<String>> {
        @Override
        public Value<List<String>> define(Flow flow, Value<Integer> in) {
            Value<String> applied = flow.apply(HostileCodeTest::text).to(in);
            Value<String> called = flow.call(Service::text, named("called")).with(in);
            return Value.list(applied, called);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000_000, 100_000_000})
    void carriesResultsThatFitIntoNoMessage(int length) {
        RunOutcome<List<String>> outcome = runs.of(new Big())
                .input(length)
                .service(Service.class, new Server())
                .run();
        assertThat(outcome).succeeded();
        assertThat(outcome.result()).extracting(String::length).containsExactly(length, length);
    }

    /** A text that ends in half a character, and a value that is nested deep. */
    static final class Unusual implements Pipeline<Integer, List<Tree>> {
        @Override
        public Value<List<Tree>> define(Flow flow, Value<Integer> in) {
            Value<Tree> deep = flow.apply(HostileCodeTest::deep).to(in);
            return Value.list(deep, flow.call(Service::cut).with(deep));
        }
    }

    static Tree deep(int levels) {
        return Odd.deep(levels);
    }

    @Test
    void carriesWhatIsUnusualAndStillJson() {
        RunOutcome<List<Tree>> outcome = runs.of(new Unusual())
                .input(190)
                .service(Service.class, new Server())
                .run();
        assertThat(outcome).succeeded();
        assertThat(outcome.result()).containsExactly(Odd.deep(190), new Tree(Double.NaN, "half \ud83d", Map.of()));
    }

    /** Methods that interrupt their thread. */
    static final class Interrupting implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> applied = flow.apply(HostileCodeTest::same).to(in);
            return flow.call(Service::same, named("called")).with(applied);
        }
    }

    @Test
    void takesTheResultOfWhatInterruptsItsOwnThread() {
        assertThat(runs.of(new Interrupting())
                        .input(7)
                        .service(Service.class, new Server())
                        .patience(SOON)
                        .run())
                .yields(7)
                .retried("same", 0)
                .retried("called", 0);
    }

    /** Many failures at once. */
    static final class Many implements Pipeline<List<Hostility>, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<List<Hostility>> in) {
            Value<List<Tree>> trees =
                    flow.map(in, how -> flow.apply(HostileCodeTest::behave).to(how), tolerate(1));
            return flow.apply(HostileCodeTest::count).to(trees);
        }
    }

    @Test
    void saysNoMoreAtOnceThanFitsIntoAMessageWhenHundredsFail() {
        assertThat(runs.of(new Many())
                        .input(Collections.nCopies(500, Hostility.THROWS_AS_MUCH_AS_CAN_BE))
                        .patience(SOON)
                        .run())
                .yields(0)
                .ranTimes("behave", 500);
    }

    @Test
    void saysWhyTheImplementationOfAServiceCannotBeMade() {
        TestRun<Hostility, Tree> run =
                runs.of(new Called()).input(Hostility.RETURNS_NULL).patience(SOON);
        run.arranged().services = Services.none().withEach(Service.class, context -> {
            throw new LinkageError("no driver");
        });
        assertThat(run.run())
                .withKind(FaultKind.USER)
                .retried("behave", 1)
                .saying("The implementation of", "HostileCodeTest$Service cannot be made", "LinkageError: no driver");
    }
}

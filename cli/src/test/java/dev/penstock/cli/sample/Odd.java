package dev.penstock.cli.sample;

import static dev.penstock.option.StepOption.notTheAuthor;
import static dev.penstock.option.StepOption.rejecting;

import dev.penstock.flow.Approved;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.concurrent.CountDownLatch;

/** Pipelines whose only step does something unusual. */
public final class Odd {

    private Odd() {}

    /** What bad data is. */
    public static final class BadData extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BadData(String message) {
            super(message);
        }
    }

    /** Succeeds, fails, rejects or worse, as its input says. */
    public static final class Moody implements Pipeline<String, String> {

        @Override
        public Value<String> define(Flow flow, Value<String> mood) {
            return flow.apply(Moody::live, rejecting(BadData.class)).to(mood);
        }

        static String live(String mood) throws InterruptedException {
            return switch (mood) {
                case "bad" -> throw new IllegalStateException("the disk is full");
                case "picky" -> throw new BadData("7 of 9 rows have no label");
                case "null" -> null;
                case "endless" -> {
                    new CountDownLatch(1).await();
                    yield "never";
                }
                case "huge" -> "x".repeat(100_000_000);
                default -> "a good day";
            };
        }
    }

    /** Yields a record with a hole. */
    public static final class Gap implements Pipeline<String, Gap.Pair> {

        public record Pair(String left, String right) {}

        @Override
        public Value<Pair> define(Flow flow, Value<String> left) {
            return flow.apply(Gap::pair).to(left);
        }

        static Pair pair(String left) {
            return new Pair(left, null);
        }
    }

    /** A service that only some applications have. */
    public interface Registry {
        String register(String name);
    }

    /** Calls the service. */
    public static final class Registering implements Pipeline<String, String> {

        @Override
        public Value<String> define(Flow flow, Value<String> name) {
            return flow.call(Registry::register).with(name);
        }
    }

    /** Waits for somebody who did not start it. */
    public static final class Asking implements Pipeline<String, String> {

        @Override
        public Value<String> define(Flow flow, Value<String> text) {
            Value<Approved<String>> approved =
                    flow.approval("owners", notTheAuthor()).of(text);
            return flow.apply(Asking::by).to(approved);
        }

        static String by(Approved<String> approved) {
            return "%s, says %s".formatted(approved.value(), String.join(" and ", approved.by()));
        }
    }
}

package dev.penstock.benchmarks.engine;

import dev.penstock.server.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Started by benchmarks/engine. */
public final class EngineBenchmark {

    private static final int PAIRS = 24;

    private EngineBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        String what = words.isEmpty() ? "compare" : words.getFirst();
        switch (what) {
            case "compare" -> compare(word(words, 1, "both"), word(words, 2, ""));
            case "map" -> {
                new MapScale(Work.APPLY, 100_000).run();
                new MapScale(Work.CALL, number(words, 1, 10_000)).run();
            }
            case "graph" -> new GraphScale(number(words, 1, 5_000)).run();
            case "chaos" ->
                chaos(number(words, 1, 5_000), number(words, 2, 42), number(words, 3, 30), number(words, 4, 5));
            default -> throw new IllegalArgumentException("There is no " + what + "; see benchmarks/README.md.");
        }
    }

    private static void compare(String server, String only) {
        if (!server.equals("dev")) {
            new Comparison(new Target.Embedded(), PAIRS).run(only);
        }
        if (!server.equals("embedded")) {
            new Comparison(new Target.Dev(), PAIRS).run(only);
        }
    }

    private static void chaos(int steps, int seed, int workerKills, int serverKills) throws IOException {
        System.out.printf("chaos: %s steps, seed %s%n", steps, seed);
        Chaos.Outcome outcome = new Chaos(steps, seed, workerKills, serverKills, Duration.ofSeconds(4)).run();
        System.out.printf("in peace: %s%ndisturbed: %s%n", outcome.calm(), outcome.disturbed());
        System.out.println(outcome.faults().isEmpty() ? "All is well." : outcome.faults());
    }

    private static int number(List<String> words, int index, int usual) {
        return Integer.parseInt(word(words, index, Integer.toString(usual)));
    }

    private static String word(List<String> words, int index, String usual) {
        return words.size() > index ? words.get(index) : usual;
    }
}

package dev.penstock.benchmarks.engine;

import dev.penstock.server.Target;
import java.util.List;

/** Started by benchmarks/engine. */
public final class EngineBenchmark {

    private static final int PAIRS = 16;

    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        String what = words.isEmpty() ? "compare" : words.getFirst();
        switch (what) {
            case "compare" -> compare(word(words, 1, "both"), word(words, 2, ""));
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

    private static String word(List<String> words, int index, String usual) {
        return words.size() > index ? words.get(index) : usual;
    }
}

package dev.penstock.testing;

import java.time.Duration;
import java.util.List;

/** Texts as users write them, and texts that break what does not quote, count or escape well. */
record GeneratedTexts(Dice dice) {

    private static final List<String> PLAIN =
            List.of("train", "s3://bucket/key", "A sentence for people.", "--epochs=3", "gpu", "model-owners", "0.5");

    private static final List<String> HOSTILE = List.of(
            "\"quoted\" and 'single'",
            "back\\slash \\u0041 \\",
            "line\nfeed\r\nand\ttab",
            "{} {0} %s %d %",
            "${jndi:x} $(rm) `id` && ;",
            "<script>&amp;</script>",
            "käse, 漢字, Ω, עברית",
            "👩‍🚀 outside the basic plane 𝒳",
            "\u0000\u001b[31mred\u0007",
            "separators \u2028\u2029\u0085\u00a0",
            "\u202eright to left",
            "null",
            "true",
            "1e400",
            "@type",
            " spaces ",
            "~0/~1/..//./",
            "x".repeat(300));

    String any() {
        return dice.chance(0.2) ? dice.one(HOSTILE) : dice.one(PLAIN);
    }

    String maybeEmpty() {
        return dice.chance(0.1) ? "" : any();
    }

    String word() {
        return dice.oneOf("alpha", "beta", "gamma", "delta", "rate", "depth", "source", "labels", "größe", "x1", "a_b");
    }

    /** Fit for Kubernetes, workflow ids and people. */
    String name() {
        return dice.oneOf(
                "ingest", "validate", "train", "evaluate", "promote", "reject", "tune", "split", "score", "merge");
    }

    String quantity() {
        return dice.between(1, 64) + dice.oneOf("Mi", "Gi", "Ti", "G", "M");
    }

    String javaClass() {
        return "dev.example." + dice.oneOf("Iris", "Llm", "Fraud") + dice.oneOf("Pipeline", "$Steps", "Service");
    }

    Duration duration() {
        return dice.oneOf(
                Duration.ofSeconds(dice.between(1, 90)),
                Duration.ofMinutes(dice.between(1, 600)),
                Duration.ofDays(dice.between(1, 400)),
                Duration.ofMillis(dice.between(1, 5_000)),
                Duration.ofNanos(dice.between(1, 1_000_000)));
    }
}

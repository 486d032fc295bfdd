package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Iris;
import dev.penstock.cli.sample.Tuned;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file or flag, the answer is a plan or a list of problems. */
class HostileInputTest {

    private static final int ROUNDS = Integer.getInteger("penstock.hostile.rounds", 300);

    private static final String YAML = """
        name: &n "five"
        search: {rate: 0.5, depths: [1, 2, 3]}
        weights:
          a: 1
          b: 0x1F
        seed: ~
        form:
          "@type": Linear
          slope: .5
        """;

    private static final String JSON = """
        {"name": "x", "search": {"rate": 1e-3, "depths": [1, 2]}, "weights": {"a": 1},
         "seed": null, "form": {"@type": "Constant", "level": 3}}
        """;

    private static final String CONFIGURATION = """
        profiles:
          local:
            runner: process
            pools: [{name: a, cpu: 2, memory: 1Gi, gpus: 1, gpuKind: x}]
            images: {iris/train: r/x@sha256:0}
        """;

    private static final String[] FLAGS = {
        "name=x",
        "search.rate=0.5",
        "search.depths=1,2",
        "weights.a=1",
        "weights={\"a\": 1}",
        "seed=null",
        "form.@type=Constant",
        "form.slope=3",
        "form={\"@type\": \"Constant\", \"level\": 1}"
    };

    private static final String PIECES =
            "{}[]:,\"'&*!|>-?#@%=.\n\t \\\u0000\u00e9\uD83D\uDE00null true 1e9999999999 << --- ...";

    @TempDir
    Path folder;

    private final Random random = new Random(42);

    @Test
    void inParameterFilesIsPlannedOrRefused() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            boolean yaml = random.nextBoolean();
            String text = damaged(yaml ? YAML : JSON);
            String name = yaml ? "run.yaml" : "run.json";
            Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            answered(text, Call.in(folder).with(new Tuned()).run("plan", "--params", name));
        }
    }

    @Test
    void inFlagsIsPlannedOrRefused() {
        for (int i = 0; i < ROUNDS; i++) {
            String one = damaged(FLAGS[random.nextInt(FLAGS.length)]);
            String other = damaged(FLAGS[random.nextInt(FLAGS.length)]);
            Outcome outcome = Call.in(folder).with(new Tuned()).run("plan", "--param=" + one, "--param=" + other);
            answered(one + "\n" + other, outcome);
        }
    }

    @Test
    void inTheConfigurationIsPlannedOrRefused() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            String text = damaged(CONFIGURATION);
            Files.write(folder.resolve("penstock.yaml"), text.getBytes(StandardCharsets.UTF_8));
            answered(text, Call.in(folder).with(new Tuned()).run("plan"));
        }
    }

    @Test
    void inSpecsIsPlannedOrRefused() throws IOException {
        String spec = Spec.of(new Iris()).toJson();
        for (int i = 0; i < ROUNDS; i++) {
            String text = damaged(spec);
            Files.write(folder.resolve("iris.json"), text.getBytes(StandardCharsets.UTF_8));
            answered(text, Call.in(folder).run("plan", "iris.json", "--param", "depths=1"));
        }
    }

    private static void answered(String input, Outcome outcome) {
        assertThat(outcome.code()).as("%s%n%s", input, outcome.err()).isIn(0, 2);
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            int piece = random.nextInt(PIECES.length() - 4);
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, PIECES, piece, piece + 1 + random.nextInt(4));
                case 1 -> damaged.deleteCharAt(at);
                case 2 -> damaged.setCharAt(at, PIECES.charAt(piece));
                default -> damaged.insert(at, text, 0, random.nextInt(text.length()));
            }
            if (damaged.isEmpty()) {
                return "x";
            }
        }
        return damaged.toString();
    }
}

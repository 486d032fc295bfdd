package dev.penstock.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTextTest {

    private static final Style PLAIN = new Style(false);

    @Test
    void tellsPlaceCodeSentenceAndRemedy() {
        assertThat(ProblemText.of(List.of(problem("a.yaml:3:9")), PLAIN)).isEqualTo("""
            a.yaml:3:9  wrong-type
              Expected int.
              → Example: 42

            1 problem; nothing was run.
            """);
    }

    @Test
    void keepsThoseOfOneFileTogetherInTheOrderOfLines() {
        List<Problem> problems =
                List.of(problem("a.yaml:10:1, x"), problem("B.java:4"), problem("a.yaml:9:1"), problem("--param a"));
        assertThat(ProblemText.of(problems, PLAIN)
                        .lines()
                        .filter(line -> line.endsWith("wrong-type"))
                        .map(line -> line.replaceFirst("  .*", "")))
                .containsExactly("a.yaml:9:1", "a.yaml:10:1, x", "B.java:4", "--param a");
    }

    @Test
    void doesNotFloodTheTerminal() {
        List<Problem> problems = IntStream.range(0, 5000)
                .mapToObj(i -> problem("a.yaml:" + i + ":1"))
                .toList();
        assertThat(ProblemText.of(problems, PLAIN).lines()).hasSizeLessThan(500);
        assertThat(ProblemText.of(problems, PLAIN)).contains("… and 4900 more.", "5000 problems");
    }

    @Test
    void doesNotObeyWhatItPrints() {
        Problem hostile = new Problem(Code.WRONG_TYPE, "a\u001B[2J", "b\u0007\nc", "d\u202E");
        assertThat(ProblemText.of(List.of(hostile), PLAIN))
                .contains("a\\u001b[2J", "b\\u0007\\u000ac", "d\\u202e")
                .doesNotContain("\u001B", "\u0007", "\u202E");
    }

    private static Problem problem(String where) {
        return new Problem(Code.WRONG_TYPE, where, "Expected int.", "Example: 42");
    }
}

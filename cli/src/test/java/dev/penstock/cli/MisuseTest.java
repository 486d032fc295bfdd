package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Hello;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisuseTest {

    @TempDir
    Path folder;

    @Test
    void suggestsTheNearestCommand() {
        refused("plna", "app.jar").refused("unknown-name").complains("no command \"plna\"", "Did you mean");
    }

    @Test
    void suggestsTheNearestOption() {
        refused("plan", "--parm", "a=b", "app.jar")
                .refused("unknown-name")
                .complains("penstock plan", "There is no option --parm.", "Did you mean \"--param\"?");
    }

    @Test
    void reportsSeveralMistakesAtOnce() {
        refused("plan", "--parm", "a=b", "--profil=x", "--config")
                .refused("unknown-name", "unknown-name", "missing-value")
                .complains("--parm", "--profil.", "The option --config needs a value");
    }

    @Test
    void refusesAnOptionGivenTwice() {
        refused("plan", "--profile", "a", "--profile", "b")
                .refused("repeated-option")
                .complains("--profile is given twice");
    }

    @Test
    void refusesTooManyWords() {
        refused("plan", "a", "b", "c").refused("unknown-name").complains("Too many words: b c");
    }

    @Test
    void asksForBothSidesOfAComparison() {
        refused("diff", "a.json").refused("missing-value").complains("AFTER is not given", "Usage: penstock diff");
        refused("diff").refused("missing-value", "missing-value").complains("BEFORE", "AFTER");
    }

    @Test
    void writesMistakesAsJsonToo() {
        Outcome outcome = Call.in(folder).run("plan", "--json", "--parm");
        assertThat(outcome).refused("unknown-name").prints("\"code\": \"unknown-name\"");
    }

    @Test
    void doesNotReadFilesNamedWithAnAtSign() {
        assertThat(Call.in(folder).with(new Hello()).run("plan", "--input", "@gone"))
                .succeeded()
                .prints("\"@gone\"");
    }

    @Test
    void helpsWithExamples() {
        assertThat(Call.in(folder).run("--help")).succeeded().prints("Usage: penstock", "Examples:", "Exit codes");
        assertThat(Call.in(folder).run()).succeeded().prints("Usage: penstock", "pipelines");
        for (String command : new String[] {"plan", "draw", "diff", "pipelines"}) {
            assertThat(Call.in(folder).run(command, "--help"))
                    .succeeded()
                    .prints("Usage: penstock " + command, "Examples:");
        }
        assertThat(Call.in(folder).run("plan", "--nonsense", "--help"))
                .succeeded()
                .prints("Usage: penstock plan");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Call.in(folder).run("--version")).succeeded().prints("penstock ", ", Java ");
    }

    private OutcomeAssert refused(String... args) {
        return assertThat(Call.in(folder).run(args));
    }
}

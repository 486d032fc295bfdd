package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Hostile;
import dev.penstock.examples.hello.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StubsCommandTest {

    private static final Path GOLDEN = Path.of("src/test/python/penstock_hostile.py");

    @TempDir
    Path folder;

    @Test
    void writesAModuleIntoAFolder() throws IOException {
        assertThat(stubs("-o", ".")).succeeded().complains("Wrote ./penstock_hostile.py.");
        String module = Files.readString(folder.resolve("penstock_hostile.py"));
        if (System.getProperty("penstock.golden", "").equals("rewrite")) {
            Files.writeString(GOLDEN, module);
        }
        assertThat(module).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void writesToTheTerminalOtherwise() throws IOException {
        assertThat(stubs("-o", ".")).succeeded();
        assertThat(stubs().out()).isEqualTo(Files.readString(folder.resolve("penstock_hostile.py")));
    }

    @Test
    void writesOnlyTheStepsOfOneImage() {
        assertThat(stubs("--image", "hostile/one"))
                .succeeded()
                .prints("class_: Step[ClassInputs, ", "penstock stubs --python hostile --image hostile/one`")
                .doesNotPrint("print_: Step[", "Pair");
    }

    @Test
    void refusesWhatHasNoContainerSteps() {
        assertThat(Call.in(folder).with(new Hello()).run("stubs", "--python"))
                .refused("missing-value")
                .complains("The pipeline has no container step of its own.");
        assertThat(stubs("--image", "hostile/tow")).refused("unknown-name").complains("Did you mean \"hostile/two\"?");
    }

    @Test
    void needsALanguageAndAFolderThatIsThere() {
        assertThat(Call.in(folder).with(new Hostile()).run("stubs"))
                .refused("missing-value")
                .complains("--python");
        assertThat(stubs("-o", "gone")).refused("unreadable").complains("There is no folder");
    }

    private Outcome stubs(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "stubs";
        all[1] = "--python";
        System.arraycopy(args, 0, all, 2, args.length);
        return Call.in(folder).with(new Hostile()).run(all);
    }
}

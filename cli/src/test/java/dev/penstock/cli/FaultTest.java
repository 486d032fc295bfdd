package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Hello;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {

    @TempDir
    Path folder;

    /** Fails in a way that no check foresees: its spec lacks parts that a spec always has. */
    private static final class Impossible implements Pipeline<String, String> {

        @Override
        public Value<String> define(Flow flow, Value<String> in) {
            return in;
        }

        @Override
        public Spec toSpec() {
            return new Spec(1, null, Spec.of(new Hello()).types());
        }
    }

    @Test
    void tellsOfAFaultInOneLineAndKeepsTheTraceInAFile() throws IOException {
        Outcome outcome = Call.in(folder).with(new Impossible()).run("plan");
        assertThat(outcome.code()).isEqualTo(70);
        assertThat(outcome.err().lines()).singleElement().asString().contains("internal fault: java.lang.NullPointer");
        Path log = Path.of(outcome.err().strip().replaceFirst(".* the details are in ", ""));
        assertThat(log).content().contains("Java ", "\tat dev.penstock.cli.");
        Files.delete(log);
    }
}

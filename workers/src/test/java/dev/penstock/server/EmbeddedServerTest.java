package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerTest {

    @TempDir
    private Path folder;

    @Test
    void runsAWorkflowThatHasTheAttributesOfRuns() {
        try (Engine engine = open()) {
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
        }
    }

    @Test
    void saysWhatItCannotDo() {
        try (Engine engine = open()) {
            assertThat(engine.abilities()).isEqualTo(new Abilities(false, false, true, false, false));
            assertThat(engine.words()).isEqualTo("embedded: in this process, not durable");
            assertThat(engine.ui()).isEmpty();
            assertThat(engine.namespace()).isEqualTo("default");
        }
    }

    @Test
    void hasTheAttributesAlready() {
        try (Engine engine = open()) {
            Registration again = SearchAttributes.register(engine);
            assertThat(again).isEqualTo(new Registration(List.of(), List.of(), List.of()));
        }
    }

    @Test
    void endsWithItsEngine() {
        Engine engine = open();
        engine.close();
        engine.close();
        assertThat(engine.stubs().isTerminated()).isTrue();
        assertThat(engine.stubs().getRawChannel().isTerminated()).isTrue();
    }

    private Engine open() {
        return Engines.open(new Target.Embedded(), ServerSettings.in(folder));
    }
}

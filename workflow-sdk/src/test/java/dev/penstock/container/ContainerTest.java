package dev.penstock.container;

import static dev.penstock.container.Pool.pool;
import static dev.penstock.container.Secret.secret;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContainerTest {

    private static final Container PLAIN = Container.image("train");

    @Test
    void keepsEverythingThatWasAskedForInAnyOrder() {
        Container one = PLAIN.cpu(2)
                .memory("2Gi")
                .disk("1Ti")
                .sharedMemory("1Gi")
                .gpu(8, "h100")
                .on(pool("a"), pool("b"))
                .distributed(4, 8)
                .serviceAccount("trainer")
                .command("python", "train.py")
                .env("A", "1")
                .env("B", secret("s", "k"));
        Container other = PLAIN.env("B", secret("s", "k"))
                .env("A", "1")
                .command("python", "train.py")
                .serviceAccount("trainer")
                .distributed(4, 8)
                .on(pool("a"), pool("b"))
                .gpu(8, "h100")
                .sharedMemory("1Gi")
                .disk("1Ti")
                .memory("2Gi")
                .cpu(2);

        assertThat(one).isEqualTo(other);
        assertThat(one.pools()).containsExactly("a", "b");
        assertThat(one.resources())
                .isEqualTo(new Resources(
                        Optional.of(2.0),
                        Optional.of("2Gi"),
                        Optional.of("1Ti"),
                        Optional.of("1Gi"),
                        Optional.of(8),
                        Optional.of("h100")));
    }

    @Test
    void changesOnlyItsCopy() {
        Container changed = PLAIN.cpu(1).env("A", "1").command("x");

        assertThat(PLAIN).isEqualTo(Container.image("train")).isNotEqualTo(changed);
    }

    @Test
    void takesTheLastOfTwoValues() {
        Container twice = PLAIN.gpu(2, "a10g")
                .gpu(1)
                .env("A", "1")
                .env("A", "2")
                .command("x")
                .command("y", "z");

        assertThat(twice.resources().gpus()).contains(1);
        assertThat(twice.resources().gpuKind()).isEmpty();
        assertThat(twice.environment()).containsEntry("A", new Variable.Literal("2"));
        assertThat(twice.command()).isEqualTo(List.of("y", "z"));
    }

    @Test
    void isNotChangedThroughTheMapItWasMadeFrom() {
        TreeMap<String, Variable> environment = new TreeMap<>();
        Container container = new Container(
                "i", List.of(), environment, Resources.none(), List.of(), Optional.empty(), Optional.empty());
        environment.put("A", new Variable.Literal("1"));

        assertThat(container.environment()).isEmpty();
    }
}

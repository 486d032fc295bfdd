package dev.penstock.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("train", "test", "lr", "maxDepth", "gpu-workloads", "x");

    @ParameterizedTest
    @CsvSource({
        "trian, train",
        "tran, train",
        "traine, train",
        "Train, train",
        "tset, test",
        "rl, lr",
        "lrr, lr",
        "X, x",
        "max_depth, maxDepth",
        "MAXDEPTH, maxDepth",
        "gpu-workload, gpu-workloads",
        "gpuworklaods, gpu-workloads",
    })
    void findsTheWordThatWasMeant(String given, String meant) {
        assertThat(Nearest.to(given, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"''", "y", "ab", "accuracy", "trainer-image", "42"})
    void findsNothingWhereNothingIsNear(String given) {
        assertThat(Nearest.to(given, KNOWN)).isEmpty();
    }

    @Test
    void choosesTheNearerOfTwoAndTheFirstInTheAlphabetOfEquals() {
        assertThat(Nearest.to("depths", List.of("depth", "depthses"))).contains("depth");
        assertThat(Nearest.to("tesa", List.of("tesc", "tesb"))).contains("tesb");
    }

    @Test
    void asksListsOrSaysThatThereIsNothing() {
        assertThat(Nearest.suggest("trian", KNOWN)).isEqualTo("Did you mean \"train\"?");
        assertThat(Nearest.suggest("nothing", List.of("a", "b"))).isEqualTo("Known: a, b.");
        assertThat(Nearest.suggest("nothing", List.of())).isEqualTo("There is none to choose from.");
    }

    @Test
    void isNotHeldUpByAWordOfAMillionLetters() {
        assertThat(Nearest.to("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}

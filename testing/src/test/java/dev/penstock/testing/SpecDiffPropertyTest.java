package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.diff.Change;
import dev.penstock.diff.DiffText;
import dev.penstock.diff.SpecDiff;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpecDiffPropertyTest {

    private static final int CASES = 3_000;

    @Test
    void namesTheStepInWhichOneThingChanged() {
        for (long seed = 0; seed < CASES; seed++) {
            Dice dice = new Dice(new Random(seed));
            SpecGenerator generator = SpecGenerator.seeded(seed);
            SpecMutation mutation = SpecMutation.of(generator.next(), generator.next(), dice);
            List<Change> changes = SpecDiff.between(mutation.before(), mutation.after());
            String text = DiffText.of(changes);
            assertThat(changes).as("seed %d, %s", seed, mutation.what()).isNotEmpty();
            assertThat(text).as("seed %d, %s", seed, mutation.what()).doesNotContain("in their form only");
            assertThat(text.contains(mutation.step()) || text.contains(mutation.stepAfterwards()))
                    .as("seed %d, %s, in step %s:%n%s", seed, mutation.what(), mutation.step(), text)
                    .isTrue();
        }
    }

    @Test
    void findsNoChangeBetweenEqualSpecs() {
        for (long seed = 0; seed < CASES; seed++) {
            Spec spec = SpecGenerator.seeded(seed).next();
            Spec same = Spec.parse(spec.toJsonWithoutSites(), "x");
            assertThat(SpecDiff.between(spec, same)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void comparesAnyTwoSpecs() {
        SpecGenerator generator = SpecGenerator.seeded(7);
        Spec before = generator.next();
        for (int i = 0; i < CASES; i++) {
            Spec after = generator.next();
            List<Change> changes = SpecDiff.between(before, after);
            assertThat(changes.isEmpty())
                    .as("case %d", i)
                    .isEqualTo(before.digest().equals(after.digest()));
            assertThat(DiffText.of(changes))
                    .as("case %d", i)
                    .doesNotContain("in their form only")
                    .endsWith("\n");
            before = after;
        }
    }
}

package dev.penstock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.check.Validation;
import dev.penstock.option.Setting;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.type.TypeDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecGeneratorTest {

    private static final int CASES = 1_000;

    @Test
    void makesSpecsThatAreSound() {
        for (long seed = 0; seed < CASES; seed++) {
            assertThat(Validation.of(SpecGenerator.seeded(seed).next()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void makesEqualSpecsFromEqualSeeds() {
        assertThat(SpecGenerator.seeded(1).next())
                .isEqualTo(SpecGenerator.seeded(1).next());
        assertThat(SpecGenerator.seeded(1).next())
                .isNotEqualTo(SpecGenerator.seeded(2).next());
    }

    @Test
    void makesEveryKindOfStepExpressionConditionOptionAndType() {
        Set<String> missing = new TreeSet<>();
        Stream.of(Node.class, Expression.class, Predicate.class, Setting.class, TypeDefinition.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(kind -> missing.add("\"@type\": \"" + kind.getSimpleName() + '"'));
        assertThat(missing).hasSizeGreaterThan(40);
        for (long seed = 0; seed < CASES && !missing.isEmpty(); seed++) {
            String json = SpecGenerator.seeded(seed).next().toJson();
            missing.removeIf(json::contains);
        }
        assertThat(missing).isEmpty();
    }
}

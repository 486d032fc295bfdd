package dev.penstock.testing;

import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Makes specs by chance: every kind of step, expression, condition, option and type, and texts that break careless code. */
public final class SpecGenerator {

    private static final int DEEPEST = 2;
    private static final int MOST_STEPS = 5;

    private final Dice dice;

    public SpecGenerator(RandomGenerator random) {
        this.dice = new Dice(random);
    }

    /** Equal seeds make equal specs. */
    public static SpecGenerator seeded(long seed) {
        return new SpecGenerator(new Random(seed));
    }

    /** A spec whose values have the types that their readers need and are read only where they exist. */
    public Spec next() {
        GeneratedTypes types = new GeneratedTypes(dice);
        PipelineSpec pipeline = pipeline(types, DEEPEST);
        return new Spec(Spec.SCHEMA, pipeline, types.types());
    }

    private PipelineSpec pipeline(GeneratedTypes types, int depth) {
        GeneratedTexts texts = new GeneratedTexts(dice);
        GeneratedSteps steps = new GeneratedSteps(dice, types, deeper -> pipeline(types, deeper));
        DataType input = types.plain();
        DataType output = types.any();
        Scope scope = Scope.of(new Expression.PipelineInput(), input, types.types());
        Graph graph = new GeneratedGraph(steps, scope).yielding(output, MOST_STEPS, depth);
        return new PipelineSpec(
                texts.name(),
                texts.javaClass(),
                new GeneratedSettings(dice, texts).ofPipeline(),
                input,
                output,
                dice.maybe(0.5, () -> new GeneratedValues(dice, types::types).of(input)),
                graph,
                handler(steps, scope, types.failure(), types),
                handler(steps, scope, types.ending(), types),
                new Site("Pipelines.java", dice.between(0, 99)));
    }

    private Optional<Graph> handler(GeneratedSteps steps, Scope scope, DataType told, GeneratedTypes types) {
        Scope inside = scope.with(new Expression.HandlerInput(), told, types.types());
        return dice.maybe(0.2, () -> new GeneratedGraph(steps, inside).handler(2, 0));
    }
}

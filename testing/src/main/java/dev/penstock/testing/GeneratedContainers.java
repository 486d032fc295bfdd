package dev.penstock.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.container.Container;
import dev.penstock.container.Distribution;
import dev.penstock.container.Resources;
import dev.penstock.container.Secret;
import dev.penstock.container.StatusTest;
import dev.penstock.container.Variable;
import dev.penstock.spec.Input;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.RecordType;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Containers and Kubernetes resources. */
record GeneratedContainers(Dice dice, GeneratedTexts texts, GeneratedTypes types) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Container container() {
        SortedMap<String, Variable> environment = new TreeMap<>();
        dice.some(0, 2, () -> dice.oneOf("HOME", "TOKEN", "_X1")).forEach(name -> environment.put(name, variable()));
        // A gang says itself how many GPUs its nodes have.
        Optional<Distribution> gang = dice.maybe(0.2, () -> new Distribution(dice.between(1, 8), dice.between(0, 8)));
        return new Container(
                dice.oneOf("train", "iris/evaluate", "registry.example.org/a/b:1.2@sha256:" + "0".repeat(64)),
                dice.some(0, 3, texts::maybeEmpty),
                environment,
                resources(gang.isEmpty() ? 0.3 : 0),
                dice.some(0, 2, texts::name),
                gang,
                dice.maybe(0.2, texts::name));
    }

    private Resources resources(double gpuChance) {
        return new Resources(
                dice.maybe(0.4, () -> dice.oneOf(0.5, 1.0, 64.0)),
                dice.maybe(0.4, texts::quantity),
                dice.maybe(0.2, texts::quantity),
                dice.maybe(0.2, texts::quantity),
                dice.maybe(gpuChance, () -> dice.between(0, 8)),
                dice.maybe(0.2, () -> dice.oneOf("a10g", "h100")));
    }

    private Variable variable() {
        return dice.chance(0.7)
                ? new Variable.Literal(texts.maybeEmpty())
                : new Variable.FromSecret(new Secret(texts.name(), texts.word()));
    }

    /** A resource whose status holds what the step yields. */
    ResourceTemplate resource(DataType output, Supplier<Input> inputs) {
        ObjectNode manifest = NODES.objectNode();
        ObjectNode spec = manifest.putObject("spec");
        spec.put(texts.any(), texts.maybeEmpty()).put("replicas", dice.below(10));
        spec.putArray("list").add(true).addNull().add(0.5);
        SortedMap<String, Input> holes = new TreeMap<>();
        dice.some(0, 2, texts::word).forEach(name -> {
            spec.putNull(name);
            holes.put("/spec/" + name, inputs.get());
        });
        return new ResourceTemplate(
                "example.org/v1",
                dice.oneOf("RayJob", "SparkApplication"),
                manifest,
                holes,
                Optional.of(test()),
                Optional.of(test()),
                dice.maybe(0.3, () -> "status.progress"),
                dice.maybe(0.3, texts::any),
                dice.chance(0.3),
                outputs(output));
    }

    private StatusTest test() {
        return dice.chance(0.5)
                ? new StatusTest.Condition(texts.any(), dice.oneOf("True", "False"))
                : new StatusTest.Field("status." + texts.word(), texts.maybeEmpty());
    }

    private SortedMap<String, String> outputs(DataType output) {
        SortedMap<String, String> outputs = new TreeMap<>();
        if (output instanceof Named named
                && types.types().definition(named.name()).orElse(null) instanceof RecordType record) {
            record.components().stream()
                    .filter(component -> !(component.type() instanceof OptionalOf) || dice.chance(0.5))
                    .forEach(component -> outputs.put(component.name(), "status." + texts.word()));
            return outputs;
        }
        outputs.put("result", "status." + texts.word());
        return outputs;
    }
}

package dev.penstock.testing;

import dev.penstock.option.Setting;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Steps of every kind, each with a name of its own within one pipeline. */
final class GeneratedSteps {

    private static final int KINDS_WITHOUT_BODY = 8;
    private static final int KINDS = 12;

    private final Dice dice;
    private final GeneratedTypes types;
    private final GeneratedTexts texts;
    private final GeneratedExpressions expressions;
    private final GeneratedSettings settings;
    private final IntFunction<PipelineSpec> pipelines;
    private final Set<String> names = new HashSet<>();

    /** The last makes a pipeline inside this one, at some depth. */
    GeneratedSteps(Dice dice, GeneratedTypes types, IntFunction<PipelineSpec> pipelines) {
        this.dice = dice;
        this.types = types;
        this.texts = new GeneratedTexts(dice);
        this.expressions = new GeneratedExpressions(dice, types, new GeneratedValues(dice, types::types));
        this.settings = new GeneratedSettings(dice, texts);
        this.pipelines = pipelines;
    }

    Dice dice() {
        return dice;
    }

    GeneratedTypes types() {
        return types;
    }

    GeneratedExpressions expressions() {
        return expressions;
    }

    String name() {
        String name = texts.name();
        while (!names.add(name)) {
            name = texts.name() + "-" + names.size();
        }
        return name;
    }

    /** A step of any kind; the deeper, the fewer have bodies. */
    Node any(Scope scope, int depth) {
        String name = name();
        List<String> after =
                scope.steps().stream().filter(step -> dice.chance(0.1)).toList();
        Site at = new Site(dice.oneOf("IrisPipeline.java", "Größe.java"), dice.between(1, 999));
        Header header = new Header(name, after, at);
        return switch (dice.below(depth > 0 ? KINDS : KINDS_WITHOUT_BODY)) {
            case 0, 1 -> container(header, scope);
            case 2 -> apply(header, scope);
            case 3 -> call(header, scope);
            case 4 -> workflow(header, scope);
            case 5 -> resource(header, scope);
            case 6 -> held(header, scope);
            case 7 -> provided(header, scope);
            case 8 -> each(header, scope, depth - 1);
            case 9 -> when(header, scope, depth - 1);
            case 10 -> repeat(header, scope, depth - 1);
            default -> pipeline(header, scope, depth - 1);
        };
    }

    /** What every step has. */
    private record Header(String name, List<String> after, Site at) {}

    private Node container(Header header, Scope scope) {
        SortedMap<String, Input> inputs = inputs(scope);
        return new Node.RunContainer(
                header.name(),
                inputs,
                new GeneratedContainers(dice, texts, types).container(),
                types.any(),
                header.after(),
                settings.forContainer(inputs.keySet()),
                header.at());
    }

    private Node apply(Header header, Scope scope) {
        List<Input> inputs = dice.some(1, 4, () -> expressions.input(types.any(), scope));
        return new Node.Apply(
                header.name(), method(), inputs, types.any(), header.after(), settings.forFunction(), header.at());
    }

    private Node call(Header header, Scope scope) {
        List<Input> inputs = dice.some(0, 4, () -> expressions.input(types.any(), scope));
        return new Node.Call(
                header.name(), method(), inputs, types.any(), header.after(), settings.forCall(), header.at());
    }

    private Node workflow(Header header, Scope scope) {
        List<Setting> options = settings.forCall();
        return new Node.RunWorkflow(
                header.name(), texts.any(), inputs(scope), types.any(), header.after(), options, header.at());
    }

    private Node resource(Header header, Scope scope) {
        DataType output = types.any();
        return new Node.RunResource(
                header.name(),
                new GeneratedContainers(dice, texts, types)
                        .resource(output, () -> expressions.input(types.scalar(), scope)),
                output,
                header.after(),
                settings.forResource(),
                header.at());
    }

    private Node held(Header header, Scope scope) {
        Visible seen = expressions.seen(scope);
        if (dice.chance(0.5)) {
            return new Node.Pause(
                    header.name(),
                    seen.expression(),
                    texts.duration(),
                    seen.type(),
                    header.after(),
                    List.of(),
                    header.at());
        }
        return new Node.Approval(
                header.name(),
                seen.expression(),
                texts.any(),
                types.approved(seen.type()),
                header.after(),
                settings.forApproval(),
                header.at());
    }

    private Node provided(Header header, Scope scope) {
        Visible seen = expressions.seen(scope);
        return new Node.Provided(
                header.name(),
                seen.expression(),
                expressions.predicate(scope),
                texts.any(),
                seen.type(),
                header.after(),
                List.of(),
                header.at());
    }

    private Node each(Header header, Scope scope, int depth) {
        ListOf items = new ListOf(types.plain());
        DataType result = types.any();
        Scope inside = scope.with(new Expression.Item(header.name()), items.element(), types.types());
        return new Node.ForEach(
                header.name(),
                expressions.input(items, scope),
                body(inside, result, depth),
                new ListOf(result),
                header.after(),
                settings.forMap(),
                header.at());
    }

    private Node when(Header header, Scope scope, int depth) {
        DataType result = types.any();
        return new Node.When(
                header.name(),
                expressions.predicate(scope),
                body(scope, result, depth),
                body(scope, result, depth),
                result,
                header.after(),
                List.of(),
                header.at());
    }

    private Node repeat(Header header, Scope scope, int depth) {
        DataType state = types.plain();
        Scope inside = scope.with(new Expression.State(header.name()), state, types.types());
        return new Node.Repeat(
                header.name(),
                expressions.of(state, scope),
                body(inside, state, depth),
                expressions.predicate(inside),
                dice.between(1, 50),
                state,
                header.after(),
                settings.forLoop(),
                header.at());
    }

    private Node pipeline(Header header, Scope scope, int depth) {
        PipelineSpec inner = pipelines.apply(depth);
        return new Node.RunPipeline(
                header.name(),
                inner,
                expressions.input(inner.input(), scope),
                inner.output(),
                header.after(),
                settings.forPipeline(),
                header.at());
    }

    private Graph body(Scope scope, DataType result, int depth) {
        return new GeneratedGraph(this, scope).yielding(result, 2, depth);
    }

    private SortedMap<String, Input> inputs(Scope scope) {
        SortedMap<String, Input> inputs = new TreeMap<>();
        dice.some(0, 3, texts::word).forEach(word -> inputs.put(word, expressions.input(types.any(), scope)));
        return inputs;
    }

    private Method method() {
        return new Method(texts.javaClass(), dice.oneOf("mostAccurate", "reject", "register", "größe"));
    }
}

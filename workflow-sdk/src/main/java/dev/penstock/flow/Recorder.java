package dev.penstock.flow;

import dev.penstock.option.StepOption;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Node;
import dev.penstock.spec.Site;
import dev.penstock.type.UnsupportedTypeException;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Takes down the graph of one pipeline: its names, its scopes, and what is not finished yet. */
final class Recorder {

    private final Session session;
    private final String name;
    private final DataTypes types;
    private final Scope inputs = Scope.input();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Map<Handler, Graph> handlers = new EnumMap<>(Handler.class);
    private final Map<Object, Unfinished> unfinished = new LinkedHashMap<>();

    Recorder(Session session, String name) {
        this.session = session;
        this.name = name;
        this.types = new DataTypes(session.types());
    }

    /** Half of a two-part step. */
    private record Unfinished(Site at, String message, String remedy) {}

    Session session() {
        return session;
    }

    String name() {
        return name;
    }

    DataTypes types() {
        return types;
    }

    Constants constants() {
        return new Constants(types);
    }

    Problems problems() {
        return session.problems();
    }

    Methods methods() {
        return new Methods(this);
    }

    Scope scope() {
        Scope scope = scopes.peek();
        if (scope == null) {
            throw new IllegalStateException(
                    "the definition of \"%s\" has ended; its flow and its handles are of no use any more"
                            .formatted(name));
        }
        return scope;
    }

    <T> Value<T> input(Expression expression, Type type) {
        return new Value<>(new Source.Known(this, inputs, expression, type));
    }

    <T> Value<T> local(Expression expression, Type type) {
        return new Value<>(new Source.Known(this, scope(), expression, type));
    }

    /** The pipeline's graph or a handler's: it sees nothing but the pipeline's input. */
    Graph graph(Supplier<Optional<Expression>> steps) {
        return within(inputs.graph(), steps);
    }

    /** The body of a step: it sees what is around it. */
    Graph body(Site at, Supplier<Optional<Expression>> steps) {
        return within(scope().body("the body at " + at), steps);
    }

    private Graph within(Scope scope, Supplier<Optional<Expression>> steps) {
        scopes.push(scope);
        try {
            Optional<Expression> result = steps.get();
            return new Graph(scope.nodes(), result);
        } finally {
            scopes.pop();
        }
    }

    /** Remembers half of a step until {@link #finished} is told. */
    Object half(Site at, String message, String remedy) {
        Object ticket = new Object();
        unfinished.put(ticket, new Unfinished(at, message, remedy));
        return ticket;
    }

    void finished(Object ticket) {
        unfinished.remove(ticket);
    }

    void reportUnfinished() {
        unfinished
                .values()
                .forEach(half ->
                        problems().add(Code.UNFINISHED_STEP, half.at().toString(), half.message(), half.remedy()));
    }

    /** Adds a step under the name from its options or else the one proposed; a refusal is reported. */
    <T> Value<T> step(Site at, String proposed, StepOption[] options, BiFunction<Header, Resolver, Recorded> step) {
        try {
            OptionsRead read = OptionsRead.of(this, options, at);
            String stepName = read.name().orElse(proposed);
            Resolver resolver = new Resolver(this, at);
            Recorded recorded = step.apply(new Header(stepName, read.after(), read.settings(), at), resolver);
            scope().add(recorded.node());
            return local(new Expression.Output(stepName), recorded.type());
        } catch (Refusal e) {
            problems().add(e.problem());
            return new Value<>(new Source.Broken());
        } catch (UnsupportedTypeException e) {
            problems().add(Code.UNSUPPORTED_TYPE, at.toString(), "In this step, " + e.getMessage(), e.remedy());
            return new Value<>(new Source.Broken());
        }
    }

    /** When the steps of a handler run. */
    enum Handler {
        ON_FAILURE,
        LASTLY
    }

    void handle(Handler when, Graph steps, Site at) {
        if (handlers.putIfAbsent(when, steps) != null) {
            problems()
                    .add(
                            Code.REPEATED_OPTION,
                            at.toString(),
                            "The pipeline \"%s\" has this handler already.".formatted(name),
                            "Put the steps of both into one.");
        }
    }

    Optional<Graph> handler(Handler when) {
        return Optional.ofNullable(handlers.get(when));
    }

    /** A node and the Java type of what it yields. */
    record Recorded(Node node, Type type) {}
}

package dev.penstock.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.check.Validation;
import dev.penstock.option.PipelineSettings;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.DataType;
import dev.penstock.type.Generics;
import dev.penstock.type.JsonEncoder;
import dev.penstock.type.UnsupportedTypeException;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a pipeline into a spec by letting it describe itself once. */
final class Tracer {

    private Tracer() {}

    /** The spec; every problem of the pipeline and of those inside it at once if there is none. */
    static Spec trace(Pipeline<?, ?> pipeline) {
        Session session = Session.start();
        Optional<PipelineSpec> traced = attempt(pipeline, session);
        Optional<Spec> spec =
                traced.map(whole -> new Spec(Spec.SCHEMA, whole, session.types().types()));
        boolean complete = session.problems().none();
        spec.ifPresent(it -> session.problems().addAll(complete ? Validation.of(it) : Validation.ofIncomplete(it)));
        session.problems().throwIfAny();
        return spec.orElseThrow();
    }

    private static Optional<PipelineSpec> attempt(Pipeline<?, ?> pipeline, Session session) {
        try {
            return Optional.of(nested(pipeline, session, Sites.of(pipeline.getClass())));
        } catch (Refusal e) {
            session.problems().add(e.problem());
            return Optional.empty();
        }
    }

    /** A pipeline inside another; the site is where it is asked for. */
    static PipelineSpec nested(Pipeline<?, ?> pipeline, Session session, Site at) {
        refuseRecursion(pipeline, session, at);
        session.open().addLast(pipeline);
        try {
            return define(pipeline, session);
        } finally {
            session.open().removeLast();
        }
    }

    private static <I, O> PipelineSpec define(Pipeline<I, O> pipeline, Session session) {
        Site at = Sites.of(pipeline.getClass());
        Recorder recorder = new Recorder(session, name(pipeline, at));
        Type inputType = argument(pipeline, 0, at);
        Type outputType = argument(pipeline, 1, at);
        DataType input = recorder.types().dataType(inputType, at);
        DataType output = recorder.types().dataType(outputType, at);
        PipelineSettings settings = reporting(
                recorder,
                PipelineSettings.none(),
                () -> Described.by(pipeline.getClass(), "settings()", pipeline::settings, at));
        Optional<JsonNode> defaults = reporting(recorder, Optional.empty(), () -> defaults(pipeline, at));
        Graph graph = recorder.graph(() -> Optional.of(result(pipeline, recorder, inputType, at)));
        return new PipelineSpec(
                recorder.name(),
                pipeline.getClass().getName(),
                settings,
                input,
                output,
                defaults,
                graph,
                recorder.handler(Recorder.Handler.ON_FAILURE),
                recorder.handler(Recorder.Handler.LASTLY),
                at);
    }

    private static <T> T reporting(Recorder recorder, T otherwise, Supplier<T> description) {
        try {
            return description.get();
        } catch (Refusal e) {
            recorder.problems().add(e.problem());
            return otherwise;
        }
    }

    private static <I> Optional<JsonNode> defaults(Pipeline<I, ?> pipeline, Site at) {
        Optional<I> defaults = Described.by(pipeline.getClass(), "defaults()", pipeline::defaults, at);
        try {
            // An absent input needs no default: it may be left out anyway.
            return defaults.map(new JsonEncoder()::encode).filter(json -> !json.isNull());
        } catch (NullPointerException e) {
            throw new Refusal(
                    Code.NULL_VALUE,
                    at,
                    "In defaults(), %s.".formatted(e.getMessage()),
                    "Use an Optional where nothing is allowed.");
        }
    }

    private static <I> Expression result(Pipeline<I, ?> pipeline, Recorder recorder, Type inputType, Site at) {
        try {
            Flow flow = new Flow(recorder);
            @Nullable
            Value<?> result = pipeline.define(flow, recorder.input(new Expression.PipelineInput(), inputType));
            recorder.reportUnfinished();
            if (result == null) {
                throw new Refusal(Code.NULL_VALUE, at, "define(…) returned null.", "Return a handle.");
            }
            return new Resolver(recorder, at).expression(result);
        } catch (Refusal e) {
            recorder.problems().add(e.problem());
        } catch (InvalidInputException e) {
            recorder.problems().addAll(e.problems());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            recorder.problems()
                    .add(
                            Code.DEFINITION_FAILED,
                            Sites.of(e, pipeline.getClass(), at).toString(),
                            "Describing \"%s\" threw %s.".formatted(recorder.name(), Described.words(e)),
                            Described.remedy(e, "Mend it; handles have no value before the run."));
        }
        return Resolved.broken().expression();
    }

    private static String name(Pipeline<?, ?> pipeline, Site at) {
        Class<?> type = pipeline.getClass();
        String name = Described.by(type, "name()", pipeline::name, at);
        boolean unnamed = type.isAnonymousClass() || type.isSynthetic();
        if (unnamed && name.equals(Names.ofPipeline(type))) {
            throw new Refusal(
                    Code.UNSTABLE_NAME,
                    at,
                    "A pipeline without a class of its own has no name that outlives this build.",
                    "Give it a class with a name.");
        }
        return name;
    }

    private static void refuseRecursion(Pipeline<?, ?> pipeline, Session session, Site at) {
        if (session.open().stream().anyMatch(open -> open.getClass() == pipeline.getClass())) {
            String path = Stream.concat(session.open().stream(), Stream.of(pipeline))
                    .map(open -> open.getClass().getSimpleName())
                    .collect(Collectors.joining(" → "));
            throw new Refusal(
                    Code.PIPELINE_RECURSION,
                    at,
                    "A pipeline contains itself: %s.".formatted(path),
                    "Use flow.repeat for a bounded loop.");
        }
    }

    /** The input (0) or output (1) type of a pipeline. */
    static Type argument(Pipeline<?, ?> pipeline, int index, Site at) {
        Type declared = Generics.as(pipeline.getClass(), Pipeline.class).orElse(Pipeline.class);
        try {
            return Generics.argument(declared, index);
        } catch (UnsupportedTypeException e) {
            throw new Refusal(Code.UNSUPPORTED_TYPE, at, "In a pipeline: " + e.getMessage(), e.remedy());
        }
    }
}

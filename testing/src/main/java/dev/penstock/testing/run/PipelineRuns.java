package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.flow.Pipeline;
import dev.penstock.spec.Spec;
import dev.penstock.type.JavaTypes;
import dev.penstock.type.JsonDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs pipelines in memory, with a clock that skips what nobody needs to wait for.
 *
 * <p>An extension of JUnit: {@code @RegisterExtension final PipelineRuns runs = PipelineRuns.inMemory();}, or a parameter
 * of a test with {@code @ExtendWith(PipelineRuns.class)}. Elsewhere close it when the outcomes are no longer needed.
 */
public final class PipelineRuns implements AfterEachCallback, ParameterResolver, AutoCloseable {

    private static final JsonDecoder DECODER = new JsonDecoder();

    private final List<Engine> engines = new CopyOnWriteArrayList<>();

    public static PipelineRuns inMemory() {
        return new PipelineRuns();
    }

    /** Arranges a run of a pipeline, whose signature says which type its result has. */
    @SuppressWarnings("unchecked")
    public <I, O> TestRun<I, O> of(Pipeline<I, O> pipeline) {
        ClassLoader loader = pipeline.getClass().getClassLoader();
        Spec spec = Spec.of(pipeline);
        return new TestRun<>(engines::add, spec, loader, pipeline.defaults(), json -> (O) decoded(json, spec, loader));
    }

    /** Arranges a run of a spec, whose input and result are JSON. */
    public TestRun<JsonNode, JsonNode> of(Spec spec) {
        ClassLoader loader = PipelineRuns.class.getClassLoader();
        return new TestRun<>(engines::add, spec, loader, spec.pipeline().defaults(), json -> json);
    }

    private static Object decoded(JsonNode json, Spec spec, ClassLoader loader) {
        try {
            return DECODER.decode(json, new JavaTypes(loader).of(spec.pipeline().output()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no class %s here.".formatted(e.getMessage()), e);
        }
    }

    /** Ends the servers of all runs; what needs their histories has to ask before. */
    @Override
    public void close() {
        List<Engine> open = List.copyOf(engines);
        engines.removeAll(open);
        List<Thread> closing = open.stream()
                .map(engine -> Thread.ofVirtual().start(engine::close))
                .toList();
        for (Thread each : closing) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PipelineRuns.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}

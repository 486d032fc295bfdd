package dev.penstock.draw;

import static dev.penstock.container.Container.image;
import static dev.penstock.container.Pool.pool;
import static dev.penstock.draw.Steps.IN;
import static dev.penstock.draw.Steps.apply;
import static dev.penstock.draw.Steps.applyAfter;
import static dev.penstock.draw.Steps.approval;
import static dev.penstock.draw.Steps.atLeast;
import static dev.penstock.draw.Steps.call;
import static dev.penstock.draw.Steps.container;
import static dev.penstock.draw.Steps.forEach;
import static dev.penstock.draw.Steps.graph;
import static dev.penstock.draw.Steps.handler;
import static dev.penstock.draw.Steps.in;
import static dev.penstock.draw.Steps.out;
import static dev.penstock.draw.Steps.pause;
import static dev.penstock.draw.Steps.pipeline;
import static dev.penstock.draw.Steps.pipelineSpec;
import static dev.penstock.draw.Steps.provided;
import static dev.penstock.draw.Steps.repeat;
import static dev.penstock.draw.Steps.spec;
import static dev.penstock.draw.Steps.type;
import static dev.penstock.draw.Steps.when;
import static dev.penstock.draw.Steps.workflow;
import static dev.penstock.option.StepOption.atMost;
import static dev.penstock.option.StepOption.cached;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.spot;
import static dev.penstock.option.StepOption.tolerate;
import static dev.penstock.option.StepOption.within;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.container.StatusTest;
import dev.penstock.option.PipelineSettings;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Graph;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.spec.Site;
import dev.penstock.spec.Spec;
import dev.penstock.type.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pipelines to draw. */
final class Examples {

    private Examples() {}

    /** The pipeline of the README: it trains several candidates and promotes the best. */
    static Spec iris() {
        String iris = "app.IrisPipeline";
        Graph body = graph(
                out("evaluate"),
                container(
                        "train",
                        image("registry.example.com/iris/train:1.4")
                                .cpu(2)
                                .memory("2Gi")
                                .gpu(1)
                                .on(pool("gpu-workloads")),
                        iris + "$Classifier",
                        Map.of("train", out("engineer", "train"), "depth", new Expression.Item("candidates")),
                        cached(),
                        spot().onDemandAfter(2)),
                container(
                        "evaluate",
                        image("evaluate"),
                        iris + "$Candidate",
                        Map.of("model", out("train"), "test", out("engineer", "test")),
                        cached()));
        Graph then = graph(
                out("promote"),
                call("register", "app.ModelRegistry", "register", "app.ModelVersion", out("best", "model")),
                approval("approval", out("register"), "model-owners", "app.Approved", within(Duration.ofDays(2))),
                workflow(
                        "rollout",
                        "dev.penstock.pipelines.Rollout",
                        "app.CanaryPassed",
                        Map.of("version", out("approval"))),
                call("promote", "app.ModelRegistry", "promote", iris + "$Outcome", out("rollout")));
        Graph otherwise = graph(out("reject"), apply("reject", iris, "reject", iris + "$Outcome", out("best")));
        Graph graph = graph(
                out("decide"),
                container("ingest", image("ingest"), iris + "$RawIris", Map.of("source", in("source")), retry(5)),
                container(
                        "validate",
                        image("great-expectations"),
                        iris + "$CleanIris",
                        Map.of(
                                "raw",
                                out("ingest"),
                                "missing",
                                new Expression.Constant(DoubleNode.valueOf(0.02), Scalar.DOUBLE))),
                container(
                        "engineer",
                        image("engineer").cpu(1),
                        iris + "$Split",
                        Map.of("clean", out("validate")),
                        cached()),
                forEach("candidates", in("depths"), "list<" + iris + "$Candidate>", body, atMost(4)),
                apply("best", iris, "mostAccurate", iris + "$Candidate", out("candidates")),
                when(
                        "decide",
                        atLeast(out("best", "accuracy"), in("minAccuracy")),
                        iris + "$Outcome",
                        then,
                        otherwise));
        PipelineSpec plain = pipelineSpec("iris", iris + "$Params", iris + "$Outcome", graph);
        return spec(new PipelineSpec(
                plain.name(),
                plain.definedBy(),
                PipelineSettings.ownedBy("ml")
                        .describedAs("Trains a classifier of iris flowers and promotes it when it beats the bar."),
                plain.input(),
                plain.output(),
                plain.defaults(),
                plain.graph(),
                Optional.empty(),
                Optional.empty(),
                plain.at()));
    }

    /** Every kind of step once, with handlers, in bodies within bodies. */
    static Spec everything() {
        Expression best = out("sweep", "best");
        Graph tuning = graph(
                out("tune"),
                new Node.RunResource(
                        "tune",
                        new ResourceTemplate(
                                "ray.io/v1",
                                "RayJob",
                                JsonNodeFactory.instance.objectNode(),
                                new TreeMap<>(Map.of("data", new Input(out("load"), Scalar.STRING))),
                                Optional.of(new StatusTest.Field("status.jobStatus", "SUCCEEDED")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                new TreeMap<>()),
                        type("app.Trial"),
                        List.of(),
                        List.of(),
                        Site.UNKNOWN),
                provided(
                        "converged",
                        out("tune"),
                        new Predicate.Is(out("tune", "diverged"), Predicate.Property.FALSE),
                        "training diverged",
                        "app.Trial"));
        Graph loop = graph(
                new Expression.Construct(
                        type("app.Sweep"), new TreeMap<>(Map.of("best", out("trial"), "rest", out("trials")))),
                forEach(
                        "trials",
                        new Expression.Get(new Expression.State("sweep"), "grid"),
                        "list<app.Trial>",
                        tuning,
                        tolerate(0.1)),
                apply("trial", "app.Sweep", "pick", "app.Trial", out("trials")));
        PipelineSpec scoring = pipelineSpec(
                "scoring",
                "app.Model",
                "app.Score",
                graph(
                        out("summary"),
                        container("batch", image("score").distributed(2, 8), "app.Rows", Map.of("model", IN)),
                        apply("summary", "app.Scores", "summary", "app.Score", out("batch"))));
        Graph graph = graph(
                new Expression.Construct(
                        type("app.Outcome"),
                        new TreeMap<>(Map.of("score", out("score"), "model", out("wait", "model")))),
                container("load", image("load"), "dataset", Map.of("from", in("source"))),
                repeat(
                        "sweep",
                        in("grid"),
                        atLeast(new Expression.Get(new Expression.State("sweep"), "best"), in("target")),
                        10,
                        "app.Sweep",
                        loop),
                new Node.Pause(
                        "wait", best, Duration.ofDays(7), type("app.Trial"), List.of("load"), List.of(), Site.UNKNOWN),
                pipeline("score", scoring, out("wait", "model")),
                applyAfter("notify", List.of("score"), in("owner")));
        Graph onFailure = handler(call(
                "page",
                "app.Pager",
                "page",
                "boolean",
                new Expression.Get(new Expression.HandlerInput(), "step"),
                in("owner")));
        Graph lastly = handler(call(
                "clean-up",
                "app.Scratch",
                "remove",
                "boolean",
                new Expression.Constant(TextNode.valueOf("scratch"), Scalar.STRING)));
        PipelineSpec plain = pipelineSpec("everything", "app.Params", "app.Outcome", graph);
        return spec(new PipelineSpec(
                plain.name(),
                plain.definedBy(),
                plain.settings(),
                plain.input(),
                plain.output(),
                plain.defaults(),
                graph,
                Optional.of(onFailure),
                Optional.of(lastly),
                plain.at()));
    }

    static Spec hello() {
        return spec(pipelineSpec(
                "hello", "string", "string", graph(out("greet"), apply("greet", "app.Hello", "greet", "string", IN))));
    }

    /** Each step reads the one before. */
    static Spec chain(int length) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(apply(
                    "step-" + i, "app.Code", "next", "app.Item", i == 0 ? IN : out("step-" + (i - 1)), in("seed")));
        }
        return spec("chain", new Graph(nodes, Optional.of(out("step-" + (length - 1)))));
    }

    /** All steps read the first, and the last reads them all. */
    static Spec fan(int width) {
        List<Node> nodes = new ArrayList<>();
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            nodes.add(apply("step-" + i, "app.Code", "work", "app.Item", in("seed")));
            all.add(out("step-" + i));
        }
        return spec("fan", new Graph(nodes, Optional.of(new Expression.Items(all, type("app.Item")))));
    }

    /** A text that would break out of a label that is not escaped. */
    static Spec hostile(String text) {
        Graph body = graph(out(text), apply(text, "app.Code", text, "app.Item", new Expression.Item(text)));
        Graph branch = graph(out(text + 2), apply(text + 2, "app.Code", text, "app.Item", in(text)));
        return spec(
                text,
                graph(
                        out(text + 1),
                        forEach(text, in(text), "list<app.Item>", body),
                        when(
                                text + 1,
                                atLeast(in(text), new Expression.Constant(TextNode.valueOf(text), Scalar.STRING)),
                                "app.Item",
                                branch,
                                branch),
                        pause(text + 3, in(text), Duration.ofMinutes(90), "app.Item")));
    }
}

package dev.penstock.flow.user;

import static dev.penstock.flow.user.Sketch.keep;
import static dev.penstock.flow.user.Sketch.node;
import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.container.Container;
import dev.penstock.flow.Approved;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Fn;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.user.Vocabulary.Classifier;
import dev.penstock.flow.user.Vocabulary.Color;
import dev.penstock.flow.user.Vocabulary.Engineer;
import dev.penstock.flow.user.Vocabulary.Features;
import dev.penstock.flow.user.Vocabulary.Kept;
import dev.penstock.flow.user.Vocabulary.Outcome;
import dev.penstock.flow.user.Vocabulary.Params;
import dev.penstock.flow.user.Vocabulary.Rate;
import dev.penstock.flow.user.Vocabulary.Raw;
import dev.penstock.flow.user.Vocabulary.Refused;
import dev.penstock.flow.user.Vocabulary.Registry;
import dev.penstock.flow.user.Vocabulary.Sweep;
import dev.penstock.flow.user.Vocabulary.Version;
import dev.penstock.problem.Problem;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Value<Features> FEATURES = Value.of(new Features(URI.create("s3://f"), "sha256:0"));
    private static final Value<Classifier> MODEL = Value.of(new Classifier(URI.create("s3://m"), "sha256:0"));

    /** Everything that a component of a step may be. */
    public record Odd(
            Value<List<Integer>> depths,
            double rate,
            Color color,
            Optional<Integer> seed,
            Map<String, String> tags,
            Outcome outcome,
            Value<? extends Outcome> other)
            implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("odd");
        }
    }

    /** Shows whatever it is given. */
    public record Show(Value<?> anything) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("show");
        }
    }

    /** A resource with handles at every depth. */
    public record Ray(Value<Integer> workers, Value<URI> source) implements ResourceStep<Version> {
        @Override
        public Resource resource() {
            return Resource.rayJob()
                    .set("metadata.labels", Map.of("app.kubernetes.io/name", "ray"))
                    .set("spec.entrypoint", Value.text("python train.py {}", source))
                    .set(
                            "spec.cluster",
                            Map.of("groups", List.of(Map.of("replicas", workers, "size", 2), Map.of("replicas", 1))))
                    .yields("name", "status.version.name")
                    .yields("number", "status.version.number");
        }
    }

    /** A service of a kind, and two of that kind. */
    public interface RegistryOf<M> {
        Version register(M model);
    }

    public interface ChurnRegistry extends RegistryOf<Classifier> {}

    public interface FeatureStore extends RegistryOf<Features> {}

    @Test
    void containersTakeHandlesAndConstants() {
        Node.RunContainer odd = (Node.RunContainer) node(
                "odd",
                (flow, in) -> flow.run(new Odd(
                        in.get(Params::depths),
                        0.5,
                        Color.RED,
                        Optional.empty(),
                        Map.of("a", "b"),
                        new Kept("k"),
                        Value.of(new Refused("r", 1)))));

        assertThat(odd.inputs()).hasSize(7);
        assertThat(odd.inputs().get("rate").from()).extracting("value").hasToString("0.5");
        assertThat(odd.inputs().get("seed").type().text()).isEqualTo("optional<int>");
        assertThat(odd.inputs().get("outcome").type().shortText()).isEqualTo("Outcome");
        assertThat(odd.inputs().get("other").type().shortText()).isEqualTo("Outcome");
    }

    @Test
    void containersMayTakeHandlesOfAnyType() {
        Node.RunContainer show =
                (Node.RunContainer) node("show", (flow, in) -> flow.run(new Show(in.get(Params::note))));

        assertThat(show.inputs().get("anything").type().text()).isEqualTo("optional<string>");
    }

    @Test
    void genericContainersYieldWhatFollowsFromTheirInputs() {
        assertThat(node("rate", (flow, in) -> flow.run(new Rate<>(in.get(Params::depths))))
                        .output()
                        .shortText())
                .isEqualTo("Scored<list<int>>");
        assertThat(node("again", (flow, in) -> flow.run(new Rate<>(flow.run(new Rate<>(MODEL))), named("again")))
                        .output()
                        .shortText())
                .isEqualTo("Scored<Scored<Classifier>>");
    }

    @Test
    void workflowsAreKnownByTheNameOfTheirRecord() {
        Node.RunWorkflow sweep = (Node.RunWorkflow) node("sweep", (flow, in) -> flow.run(new Sweep(FEATURES, 3)));

        assertThat(sweep.workflow()).isEqualTo("Sweep");
        assertThat(sweep.output().shortText()).isEqualTo("Scored<Classifier>");
        assertThat(sweep.inputs().get("trials").from()).isInstanceOf(Constant.class);
    }

    @Test
    void resourcesHaveHolesWhereHandlesStand() {
        Node.RunResource ray = (Node.RunResource) node(
                "ray", (flow, in) -> flow.run(new Ray(in.get(Params::depth), in.get(Params::source))));

        assertThat(ray.resource().manifest().toString())
                .isEqualTo(
                        "{\"metadata\":{\"labels\":{\"app.kubernetes.io/name\":\"ray\"}},\"spec\":{\"cluster\":{\"groups\":[{\"replicas\":null,\"size\":2},{\"replicas\":1}]},\"entrypoint\":null}}");
        assertThat(ray.resource().holes()).containsOnlyKeys("/spec/cluster/groups/0/replicas", "/spec/entrypoint");
        assertThat(ray.resource().holes().get("/spec/cluster/groups/0/replicas").from())
                .isEqualTo(new Get(new PipelineInput(), "depth"));
        assertThat(ray.resource().outputs()).containsOnlyKeys("name", "number");
    }

    @Test
    void servicesAreKnownByTheInterfaceThatTheAuthorNamed() {
        Sketch.Steps steps = (flow, in) -> {
            flow.call(ChurnRegistry::register).with(MODEL);
            flow.call(FeatureStore::register, named("store")).with(FEATURES);
        };

        assertThat(((Node.Call) node("register", steps)).method())
                .isEqualTo(new Method(ChurnRegistry.class.getName(), "register"));
        assertThat(((Node.Call) node("store", steps)).method())
                .isEqualTo(new Method(FeatureStore.class.getName(), "register"));
        assertThat(((Node.Call) node("store", steps)).inputs().getFirst().type().shortText())
                .isEqualTo("Features");
    }

    @Test
    void servicesThatAnswerNothingAreTold() {
        Node.Call forget = (Node.Call) node(
                "forget", (flow, in) -> flow.tell(Registry::forget).with(Value.of(new Version("v", 1))));

        assertThat(forget.output().shortText()).isEqualTo("Done");
        assertThat(Sketch.problems((flow, in) -> flow.tell(Registry::register).with(MODEL)))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("Registry::register answers Version.");
    }

    @Test
    void functionsMayBeGenericAndTakeWhatTheirInputsHaveInCommon() {
        Fn.F1<List<Outcome>, Outcome> first = Vocabulary::first;
        Node.Apply apply = (Node.Apply) node(
                "first",
                (flow, in) -> keep(
                        flow,
                        flow.apply(first).to(Value.list(Value.of(new Kept("k")), Value.of(new Refused("r", 1))))));

        assertThat(apply.output().shortText()).isEqualTo("Outcome");
        Fn.F2<Outcome, Outcome, Outcome> either = Vocabulary::either;
        assertThat(node(
                                "either",
                                (flow, in) -> keep(
                                        flow,
                                        flow.apply(either).to(Value.of(new Kept("k")), Value.of(new Refused("r", 1)))))
                        .output()
                        .shortText())
                .isEqualTo("Outcome");
    }

    @Test
    void functionsMayBeAccessorsAndMethodsOfTheJdk() {
        Node.Apply apply = (Node.Apply) node(
                "strip",
                (flow, in) -> keep(flow, flow.apply(String::strip).to(Value.text("{}", in.get(Params::depth)))));

        assertThat(apply.method()).isEqualTo(new Method("java.lang.String", "strip"));
        assertThat(apply.inputs()).hasSize(1);
    }

    @Test
    void approvalsGiveEvidenceOfTheirValue() {
        Node.Approval approval = (Node.Approval) node("approval-owners", (flow, in) -> {
            Value<Version> version = flow.call(Registry::register).with(MODEL);
            Value<Approved<Version>> approved = flow.approval("owners").of(version);
            flow.call(Registry::promote).with(approved);
            flow.tell(Registry::forget).with(approved.get(Approved::value));
        });

        assertThat(approval.output().shortText()).isEqualTo("Approved<Version>");
        assertThat(approval.approvers()).isEqualTo("owners");
    }

    @Test
    void anEngineeredSplitKeepsItsParts() {
        Node.RunContainer engineer = (Node.RunContainer) node(
                "engineer", (flow, in) -> flow.run(new Engineer(Value.of(new Raw(URI.create("s3://r"), "d")), 0.2)));

        assertThat(engineer.container()).isEqualTo(Container.image("engineer").cpu(2));
        assertThat(engineer.output().shortText()).isEqualTo("Split");
    }
}

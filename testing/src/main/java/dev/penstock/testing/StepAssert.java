package dev.penstock.testing;

import dev.penstock.container.Container;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeReader;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.assertj.core.api.AbstractAssert;

/** Asserts on one step: what it runs, where, after what, and what it yields. */
public final class StepAssert extends AbstractAssert<StepAssert, Node> {

    private final Located step;
    private final Edges edges;

    StepAssert(Located step, Edges edges) {
        super(step.node(), StepAssert.class);
        this.step = step;
        this.edges = edges;
    }

    public StepAssert isContainer() {
        return expect(actual instanceof Node.RunContainer, "be a container");
    }

    public StepAssert isApply() {
        return expect(actual instanceof Node.Apply, "be a function");
    }

    public StepAssert isCall() {
        return expect(actual instanceof Node.Call, "be a call");
    }

    /** Is a step of this kind, such as {@code Node.ForEach.class}. */
    public StepAssert isOf(Class<? extends Node> kind) {
        return expect(kind.isInstance(actual), "be a " + kind.getSimpleName());
    }

    /** Runs this image. */
    public StepAssert image(String image) {
        String found = container().image();
        return expect(found.equals(image), "run the image \"%s\", but it runs \"%s\"".formatted(image, found));
    }

    /** Reuses results. */
    public StepAssert isCached() {
        return expect(actual.setting(Setting.Cached.class).isPresent(), "be cached");
    }

    public StepAssert isNotCached() {
        return expect(actual.setting(Setting.Cached.class).isEmpty(), "not be cached");
    }

    /** Is tried up to this often. */
    public StepAssert retries(int attempts) {
        Optional<Integer> found = actual.setting(Setting.Retry.class).map(Setting.Retry::attempts);
        return expect(
                found.equals(Optional.of(attempts)),
                "be tried up to %d times, but it is tried %s"
                        .formatted(
                                attempts,
                                found.map("up to %d times"::formatted).orElse("as often as the platform says")));
    }

    /** Runs on these pools, tried in this order. */
    public StepAssert runsOn(String... pools) {
        List<String> found = actual.setting(Setting.On.class)
                .map(Setting.On::pools)
                .orElseGet(() -> container().pools());
        return expect(found.equals(List.of(pools)), "run on %s, but it runs on %s".formatted(List.of(pools), found));
    }

    /** Reads what that step yields, itself or in its body. */
    public StepAssert readsFrom(String other) {
        SortedSet<String> read = Edges.read(actual);
        return expect(read.contains(other), "read from \"%s\", but it reads from %s".formatted(other, read));
    }

    /** Starts only when that step has ended, directly or because of steps between. */
    public StepAssert comesAfter(String other) {
        SortedSet<String> before = edges.allBefore(actual.name());
        return expect(before.contains(other), "come after \"%s\", but it comes after %s".formatted(other, before));
    }

    /** Stands in the body of that step, at any depth. */
    public StepAssert isInside(String other) {
        List<String> around = step.around().stream().map(Node::name).toList();
        return expect(
                around.contains(other),
                "be inside \"%s\", but it is inside %s"
                        .formatted(other, around.isEmpty() ? "nothing" : String.join(" > ", around)));
    }

    /** Yields values of this type. */
    public StepAssert yields(Type type) {
        DataType expected = new TypeReader().read(type);
        return expect(
                actual.output().equals(expected),
                "yield %s, but it yields %s"
                        .formatted(expected.text(), actual.output().text()));
    }

    private Container container() {
        isContainer();
        return ((Node.RunContainer) actual).container();
    }

    private StepAssert expect(boolean holds, String expectation) {
        if (!holds) {
            failWithMessage("Expected %s to %s. It is %s.", step.described(), expectation, kind());
        }
        return this;
    }

    private String kind() {
        return switch (actual) {
            case Node.RunContainer run -> "the container " + run.container().image();
            case Node.Apply apply -> "the function " + apply.method().shortText();
            case Node.Call call -> "the call " + call.method().shortText();
            case Node.RunWorkflow run -> "the workflow " + run.workflow();
            case Node.RunResource run -> "the resource " + run.resource().kind();
            case Node.RunPipeline run -> "the pipeline " + run.pipeline().name();
            case Node.ForEach each -> "a map";
            case Node.When when -> "a choice";
            case Node.Provided provided -> "a condition";
            case Node.Repeat repeat -> "a loop";
            case Node.Approval approval -> "an approval by " + approval.approvers();
            case Node.Pause pause -> "a pause";
        };
    }
}

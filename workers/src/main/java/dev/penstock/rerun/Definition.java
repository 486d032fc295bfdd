package dev.penstock.rerun;

import dev.penstock.container.Container;
import dev.penstock.engine.Kinds;
import dev.penstock.option.Setting;
import dev.penstock.spec.Method;
import dev.penstock.spec.Node;
import dev.penstock.spec.Predicate;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.spec.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Says how what a step does has changed, its inputs and those options aside that do not change its result. */
final class Definition {

    private Definition() {}

    static Optional<String> change(Node before, Node now) {
        if (before.getClass() != now.getClass()) {
            return Optional.of("it was a %s and is a %s now".formatted(Kinds.of(before), Kinds.of(now)));
        }
        return switch (now) {
            case Node.RunContainer is -> container(((Node.RunContainer) before).container(), is.container());
            case Node.Apply is -> method(((Node.Apply) before).method(), is.method());
            case Node.Call is -> method(((Node.Call) before).method(), is.method());
            case Node.RunWorkflow is ->
                change("its workflow", ((Node.RunWorkflow) before).workflow(), is.workflow(), text -> text);
            case Node.RunResource is -> resource(((Node.RunResource) before).resource(), is.resource());
            case Node.When is -> condition(((Node.When) before).condition(), is.condition());
            case Node.Provided is -> condition(((Node.Provided) before).condition(), is.condition());
            case Node.Repeat is -> loop((Node.Repeat) before, is);
            case Node.Approval is -> approval((Node.Approval) before, is);
            case Node.Pause is -> change("its duration", ((Node.Pause) before).duration(), is.duration(), Words::of);
            case Node.RunPipeline is -> Optional.empty();
            case Node.ForEach is -> Optional.empty();
        };
    }

    private static Optional<String> container(Container was, Container is) {
        return change("its image", was.image(), is.image(), text -> text)
                .or(() -> change("its command", was.command(), is.command(), words -> String.join(" ", words)))
                // Values of variables are not for every reader of a terminal.
                .or(() -> was.environment().equals(is.environment())
                        ? Optional.empty()
                        : Optional.of("its environment changed"))
                .or(() -> was.distributed().equals(is.distributed())
                        ? Optional.empty()
                        : Optional.of("it is distributed in another way"));
    }

    private static Optional<String> method(Method was, Method is) {
        return change(
                "its method",
                was,
                is,
                was.shortText().equals(is.shortText())
                        ? method -> method.owner() + "::" + method.name()
                        : Method::shortText);
    }

    private static Optional<String> resource(ResourceTemplate was, ResourceTemplate is) {
        return withoutHoles(was).equals(withoutHoles(is))
                ? Optional.empty()
                : Optional.of("its resource %s changed".formatted(is.kind()));
    }

    private static ResourceTemplate withoutHoles(ResourceTemplate resource) {
        return new ResourceTemplate(
                resource.apiVersion(),
                resource.kind(),
                resource.manifest(),
                new TreeMap<>(),
                resource.success(),
                resource.failure(),
                Optional.empty(),
                Optional.empty(),
                false,
                resource.outputs());
    }

    private static Optional<String> condition(Predicate was, Predicate is) {
        return change("its condition", was, is, Words::of);
    }

    private static Optional<String> loop(Node.Repeat was, Node.Repeat is) {
        return condition(was.until(), is.until())
                .or(() -> change("its most passes", was.atMost(), is.atMost(), String::valueOf));
    }

    /** Here options matter: they say whose word counts. */
    private static Optional<String> approval(Node.Approval was, Node.Approval is) {
        List<Class<? extends Setting>> rules = List.of(Setting.Quorum.class, Setting.NotTheAuthor.class);
        return change("who approves of it", was.approvers(), is.approvers(), text -> text)
                .or(() -> rules.stream().allMatch(rule -> was.setting(rule).equals(is.setting(rule)))
                        ? Optional.empty()
                        : Optional.of("the rules of its approval changed"));
    }

    private static <T> Optional<String> change(String what, T was, T is, Function<T, String> words) {
        return was.equals(is)
                ? Optional.empty()
                : Optional.of("%s changed from %s to %s".formatted(what, words.apply(was), words.apply(is)));
    }
}

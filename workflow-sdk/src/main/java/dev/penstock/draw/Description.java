package dev.penstock.draw;

import dev.penstock.container.Container;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.spec.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what a step is. */
final class Description {

    private Description() {}

    static Kind kind(Node node) {
        return switch (node) {
            case Node.RunContainer run -> Kind.CONTAINER;
            case Node.Apply apply -> Kind.FUNCTION;
            case Node.Call call -> Kind.SERVICE;
            case Node.RunWorkflow run -> Kind.WORKFLOW;
            case Node.RunResource run -> Kind.RESOURCE;
            case Node.RunPipeline run -> Kind.PIPELINE;
            case Node.ForEach each -> Kind.MAP;
            case Node.When when -> Kind.CHOICE;
            case Node.Provided provided -> Kind.GATE;
            case Node.Repeat repeat -> Kind.LOOP;
            case Node.Approval approval -> Kind.APPROVAL;
            case Node.Pause pause -> Kind.PAUSE;
        };
    }

    /** What the step is, a line each for the essential and the rest. */
    static List<String> details(Node node) {
        return switch (node) {
            case Node.RunContainer run -> lines("image " + image(run.container().image()), resources(run));
            case Node.Apply apply -> List.of(apply.method().shortText());
            case Node.Call call -> List.of(call.method().shortText());
            case Node.RunWorkflow run -> List.of("workflow " + simpleName(run.workflow()));
            case Node.RunResource run -> List.of(run.resource().kind());
            case Node.RunPipeline run -> List.of("pipeline " + run.pipeline().name());
            case Node.ForEach each ->
                List.of("for each of " + Words.of(each.items().from()) + limits(each));
            case Node.When when -> List.of("when " + Words.of(when.condition()));
            case Node.Provided provided -> lines("provided " + Words.of(provided.condition()), provided.reason());
            case Node.Repeat repeat ->
                List.of("repeat until %s, at most %s times".formatted(Words.of(repeat.until()), repeat.atMost()));
            case Node.Approval approval -> lines("approval by " + approval.approvers(), terms(approval));
            case Node.Pause pause -> List.of("pause " + Words.of(pause.duration()));
        };
    }

    /** What its author asked for beside its work, a word or two each. */
    static List<String> marks(Node node) {
        return Stream.of(
                        node.setting(Setting.Cached.class).map(cached -> cached.refreshed() ? "cached anew" : "cached"),
                        node.setting(Setting.Spot.class).map(Description::spot),
                        node.setting(Setting.Retry.class).map(retry -> "retry " + retry.attempts()),
                        node.setting(Setting.Timeout.class).map(timeout -> "timeout " + Words.of(timeout.running())),
                        node.setting(Setting.Budget.class)
                                .map(budget -> "budget " + budget.amount().toPlainString()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String spot(Setting.Spot spot) {
        return spot.onDemandAfterInterruptions().isPresent() ? "spot, then on-demand" : "spot";
    }

    /** The image without its registry and digest, which are long and the same everywhere. */
    private static String image(String reference) {
        String named = reference.contains("@") ? reference.substring(0, reference.indexOf('@')) : reference;
        return named.substring(named.lastIndexOf('/') + 1);
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private static String resources(Node.RunContainer run) {
        Container container = run.container();
        List<String> words = new ArrayList<>();
        container.resources().cpu().ifPresent(cpu -> words.add("cpu " + plain(cpu)));
        container.resources().memory().ifPresent(words::add);
        container
                .resources()
                .gpus()
                .ifPresent(count -> words.add("gpu " + count
                        + container
                                .resources()
                                .gpuKind()
                                .map(kind -> " " + kind)
                                .orElse("")));
        container
                .distributed()
                .ifPresent(gang -> words.add("%s nodes × gpu %s".formatted(gang.nodes(), gang.gpusEach())));
        List<String> pools =
                run.setting(Setting.On.class).map(Setting.On::pools).orElse(container.pools());
        if (!pools.isEmpty()) {
            words.add((pools.size() == 1 ? "pool " : "pools ") + String.join(", ", pools));
        }
        return String.join(" · ", words);
    }

    private static String limits(Node.ForEach each) {
        String atOnce = each.setting(Setting.AtMost.class)
                .map(limit -> ", at most " + limit.items())
                .orElse("");
        String failures = each.setting(Setting.Tolerate.class)
                .map(tolerated -> ", %s %% may fail".formatted(plain(tolerated.ratio() * 100)))
                .orElse("");
        return atOnce + failures;
    }

    private static String terms(Node.Approval approval) {
        return Stream.of(
                        approval.setting(Setting.Quorum.class).map(quorum -> quorum.approvers() + " of them"),
                        approval.setting(Setting.Within.class).map(within -> "within " + Words.of(within.limit())),
                        approval.setting(Setting.NotTheAuthor.class).map(rule -> "not the author"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String plain(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static List<String> lines(String first, String second) {
        return second.isBlank() ? List.of(first) : List.of(first, second);
    }
}

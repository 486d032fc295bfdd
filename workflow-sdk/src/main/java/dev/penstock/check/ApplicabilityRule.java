package dev.penstock.check;

import static dev.penstock.check.Kind.APPROVAL;
import static dev.penstock.check.Kind.CALL;
import static dev.penstock.check.Kind.CONTAINER;
import static dev.penstock.check.Kind.FUNCTION;
import static dev.penstock.check.Kind.LOOP;
import static dev.penstock.check.Kind.MAP;
import static dev.penstock.check.Kind.PIPELINE;
import static dev.penstock.check.Kind.RESOURCE;
import static dev.penstock.check.Kind.WORKFLOW;

import dev.penstock.option.Setting;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every option means something for the kind of step that has it, and is given once. */
final class ApplicabilityRule {

    private ApplicabilityRule() {}

    static void check(Node node, Problems problems) {
        Kind kind = Kind.of(node);
        Set<Class<?>> seen = new HashSet<>();
        for (Setting setting : node.settings()) {
            if (!seen.add(setting.getClass())) {
                problems.add(
                        Code.REPEATED_OPTION,
                        node.at().toString(),
                        "The step \"%s\" has the option %s twice, with different values."
                                .formatted(node.name(), word(setting)),
                        "Keep one of them.");
            }
            if (!fits(setting).contains(kind)) {
                refuse(node, setting, kind, problems);
            }
        }
    }

    private static void refuse(Node node, Setting setting, Kind kind, Problems problems) {
        if (kind == CALL && setting instanceof Setting.Cached) {
            problems.add(
                    Code.CACHED_CALL,
                    node.at().toString(),
                    "The call \"%s\" is cached, but a call has an effect on the outside world.".formatted(node.name()),
                    "Drop cached(), or make it a pure function with flow.apply.");
            return;
        }
        problems.add(
                Code.OPTION_NOT_APPLICABLE,
                node.at().toString(),
                "The option %s means nothing for %s (\"%s\").".formatted(word(setting), kind.words(), node.name()),
                "It is for %s."
                        .formatted(fits(setting).stream().map(Kind::words).collect(Collectors.joining(", "))));
    }

    /** The option as people write it. */
    static String word(Setting setting) {
        String name = setting.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Set<Kind> fits(Setting setting) {
        return switch (setting) {
            case Setting.Retry retry -> EnumSet.of(CONTAINER, FUNCTION, CALL, WORKFLOW, RESOURCE, PIPELINE);
            case Setting.Timeout timeout ->
                EnumSet.of(CONTAINER, FUNCTION, CALL, WORKFLOW, RESOURCE, PIPELINE, MAP, LOOP);
            case Setting.PendingAtMost pending -> EnumSet.of(CONTAINER, RESOURCE);
            case Setting.Cached cached -> EnumSet.of(CONTAINER, FUNCTION);
            case Setting.Spot spot -> EnumSet.of(CONTAINER);
            case Setting.On on -> EnumSet.of(CONTAINER);
            case Setting.OutOfMemory outOfMemory -> EnumSet.of(CONTAINER);
            case Setting.Budget budget -> EnumSet.of(CONTAINER, RESOURCE, PIPELINE, MAP);
            case Setting.Queue queue -> EnumSet.of(CONTAINER, RESOURCE);
            case Setting.OnWorkers workers -> EnumSet.of(FUNCTION, CALL, WORKFLOW, PIPELINE);
            case Setting.LongRunning longRunning -> EnumSet.of(FUNCTION);
            case Setting.Rejecting rejecting -> EnumSet.of(FUNCTION, CALL, WORKFLOW);
            case Setting.AtMost atMost -> EnumSet.of(MAP);
            case Setting.Tolerate tolerate -> EnumSet.of(MAP);
            case Setting.Within within -> EnumSet.of(APPROVAL);
            case Setting.Quorum quorum -> EnumSet.of(APPROVAL);
            case Setting.NotTheAuthor notTheAuthor -> EnumSet.of(APPROVAL);
        };
    }
}

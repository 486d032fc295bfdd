package dev.penstock.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.option.Setting;
import dev.penstock.option.StepOption;
import dev.penstock.option.StepOption.After;
import dev.penstock.option.StepOption.All;
import dev.penstock.option.StepOption.Named;
import dev.penstock.problem.Code;
import dev.penstock.spec.References;
import dev.penstock.spec.Site;
import dev.penstock.type.JsonEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The options of a step, sorted by what they are about, so that their order never matters. */
record OptionsRead(Optional<String> name, List<String> after, List<Setting> settings) {

    static OptionsRead of(Recorder recorder, StepOption[] options, Site at) {
        List<String> names = new ArrayList<>();
        SortedSet<String> after = new TreeSet<>();
        List<Setting> settings = new ArrayList<>();
        for (StepOption option : flat(options, at)) {
            switch (option) {
                case Named named -> {
                    Handles.refuseIn(named.name(), Code.INVALID_NAME, at, "Names are made of constants.");
                    names.add(named.name());
                }
                case After waits -> waits.values().forEach(value -> after.addAll(steps(recorder, value, at)));
                case Setting setting -> {
                    JsonNode json = new JsonEncoder().encode(setting);
                    Handles.refuseIn(json, Code.INVALID_OPTION, at, "Options are made of constants.");
                    settings.add(setting);
                }
                case All all -> throw new IllegalStateException("options are flat here");
            }
        }
        settings.sort(Comparator.comparing(setting -> setting.getClass().getSimpleName()));
        if (names.stream().distinct().count() > 1) {
            recorder.problems()
                    .add(
                            Code.REPEATED_OPTION,
                            at.toString(),
                            "A step is named twice: %s.".formatted(String.join(", ", names)),
                            "Keep one name.");
        }
        return new OptionsRead(names.stream().findFirst(), List.copyOf(after), distinct(settings));
    }

    private static List<Setting> distinct(List<Setting> settings) {
        return settings.stream().distinct().toList();
    }

    private static List<StepOption> flat(StepOption[] options, Site at) {
        List<StepOption> flat = new ArrayList<>();
        for (@Nullable StepOption option : options) {
            switch (option) {
                case null ->
                    throw new Refusal(
                            Code.NULL_VALUE, at, "An option is null.", "Leave it out, or use all() for none.");
                case All all -> flat.addAll(flat(all.options().toArray(StepOption[]::new), at));
                default -> flat.add(option);
            }
        }
        return flat;
    }

    private static SortedSet<String> steps(Recorder recorder, StepOption.Dependency value, Site at) {
        if (value instanceof Value<?> handle) {
            return References.steps(new Resolver(recorder, at).expression(handle));
        }
        throw new Refusal(
                Code.UNKNOWN_REFERENCE, at, "after(…) names something that is no value.", "Name what steps yield.");
    }
}

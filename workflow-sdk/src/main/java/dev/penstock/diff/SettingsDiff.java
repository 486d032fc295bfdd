package dev.penstock.diff;

import static java.util.stream.Collectors.toCollection;

import dev.penstock.diff.Change.Kind;
import dev.penstock.option.PipelineSettings;
import dev.penstock.option.Setting;
import dev.penstock.spec.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says how the options of a step and the settings of a pipeline changed. */
final class SettingsDiff {

    private final Place place;

    SettingsDiff(Place place) {
        this.place = place;
    }

    void compare(List<Setting> before, List<Setting> after) {
        Set<Class<?>> kinds = Stream.concat(before.stream(), after.stream())
                .map(Setting::getClass)
                .collect(toCollection(LinkedHashSet::new));
        kinds.forEach(kind -> oneKind(
                before.stream().filter(kind::isInstance).toList(),
                after.stream().filter(kind::isInstance).toList()));
    }

    private void oneKind(List<Setting> before, List<Setting> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.size() == 1 && after.size() == 1) {
            facts(before.getFirst(), after.getFirst());
            return;
        }
        List<Setting> come = without(after, before);
        List<Setting> gone = without(before, after);
        come.forEach(setting -> place.say(Kind.OPTION, "now " + SettingWords.state(setting)));
        gone.forEach(setting -> place.say(Kind.OPTION, "no longer " + SettingWords.state(setting)));
        if (come.isEmpty() && gone.isEmpty() && before.size() != after.size()) {
            place.say(
                    Kind.OPTION,
                    "%s: said %s times → %s"
                            .formatted(SettingWords.state(before.getFirst()), before.size(), after.size()));
        }
    }

    private void facts(Setting before, Setting after) {
        Map<String, String> was = SettingWords.facts(before);
        SettingWords.facts(after)
                .forEach((name, value) ->
                        place.compare(Kind.OPTION, name, was.getOrDefault(name, "nothing"), value, text -> text));
    }

    void compare(PipelineSettings before, PipelineSettings after) {
        place.compareOptional(
                Kind.OPTION, "description", before.description(), after.description(), text -> '"' + text + '"');
        place.compareOptional(Kind.OPTION, "owner", before.owner(), after.owner(), owner -> owner);
        labels(before, after);
        place.compareOptional(Kind.OPTION, "timeout of the run", before.timeout(), after.timeout(), Words::of);
        place.compareOptional(Kind.OPTION, "budget of the run", before.budget(), after.budget(), SettingWords::amount);
        place.compare(
                Kind.OPTION,
                "rejecting on",
                before.rejecting().stream().sorted().toList(),
                after.rejecting().stream().sorted().toList(),
                Shown::list);
    }

    private void labels(PipelineSettings before, PipelineSettings after) {
        Set<String> names = new TreeSet<>(before.labels().keySet());
        names.addAll(after.labels().keySet());
        for (String name : names) {
            place.compareOptional(
                    Kind.OPTION,
                    "label " + name + " =",
                    Optional.ofNullable(before.labels().get(name)),
                    Optional.ofNullable(after.labels().get(name)),
                    value -> '"' + value + '"');
        }
    }

    private static List<Setting> without(List<Setting> settings, List<Setting> others) {
        return settings.stream().filter(setting -> !others.contains(setting)).toList();
    }
}

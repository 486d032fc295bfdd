package dev.penstock.flow;

import dev.penstock.spec.StepName;
import java.util.Locale;

/** Makes names that people recognise out of the names in code. */
final class Names {

    private Names() {}

    static String ofPipeline(Class<?> type) {
        String simple = type.getSimpleName();
        String stem = simple.length() > "Pipeline".length() && simple.endsWith("Pipeline")
                ? simple.substring(0, simple.length() - "Pipeline".length())
                : simple;
        return kebab(stem);
    }

    /** {@code TrainXGBoost} becomes {@code train-xg-boost}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .replace('$', '-')
                .toLowerCase(Locale.ROOT);
    }

    /** A prefix and a name, shortened where the two together would be too long. */
    static String join(String prefix, String name) {
        return StepName.of(prefix + "-" + name);
    }
}

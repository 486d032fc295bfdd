package dev.penstock.flow;

import dev.penstock.spec.StepName;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names that people recognise out of the names in code. */
final class Names {

    private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern ACRONYM_END = Pattern.compile("([A-Z]+)([A-Z][a-z])");

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
        String words = WORD_END.matcher(name).replaceAll("$1-$2");
        return ACRONYM_END
                .matcher(words)
                .replaceAll("$1-$2")
                .replace('_', '-')
                .replace('$', '-')
                .toLowerCase(Locale.ROOT);
    }

    /** A prefix and a name, shortened where the two together would be too long. */
    static String join(String prefix, String name) {
        return StepName.of(prefix + "-" + name);
    }
}

package dev.penstock.cli;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names for new runs, which are ids of workflows and parts of addresses and paths too. */
final class NewName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 80;
    /** No letters that make words or look like digits. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

    private static final int RANDOM_LETTERS = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    private NewName() {}

    static void check(String name, Problems problems) {
        if (!FORM.matcher(name).matches() || name.length() > LONGEST) {
            problems.add(
                    Code.INVALID_NAME,
                    "--name " + name,
                    "A run's name is made of lower-case letters, digits and single hyphens, %s at most."
                            .formatted(LONGEST),
                    "Write it like iris-monday.");
        }
    }

    /** Such as {@code iris-1124-kbtq}. */
    static String fresh(String pipeline, RandomGenerator random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return "%s-%s-%s".formatted(pipeline, DAY.format(LocalDate.now(ZoneId.systemDefault())), letters);
    }
}

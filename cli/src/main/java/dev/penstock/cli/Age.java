package dev.penstock.cli;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ages as users write them: 12h, 7d, 4w. */
final class Age {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})([hdw])");

    private Age() {}

    static Duration parse(String option, String text, Duration least) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw refused(option, "\"%s\" is no age.".formatted(text), "Write hours, days or weeks: 12h, 7d, 4w.");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration age = switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
        if (age.compareTo(least) < 0) {
            throw refused(
                    option,
                    "What is younger than %s may belong to a step at work.".formatted(words(least)),
                    "Write %s or more.".formatted(words(least)));
        }
        return age;
    }

    static String words(Duration age) {
        return age.toHours() % 24 == 0 && age.toDays() > 0 ? age.toDays() + "d" : age.toHours() + "h";
    }

    private static InvalidInputException refused(String option, String message, String remedy) {
        return new InvalidInputException(Code.INVALID_OPTION, option, message, remedy);
    }
}

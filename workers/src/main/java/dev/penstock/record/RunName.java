package dev.penstock.record;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.util.regex.Pattern;

/** The form of names of runs: fit for a folder and for the id of a workflow. */
public final class RunName {

    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    private RunName() {}

    public static boolean valid(String name) {
        return name.length() <= LONGEST && FORM.matcher(name).matches();
    }

    /** The name itself, or an {@link InvalidInputException}. */
    public static String checked(String name) {
        if (valid(name)) {
            return name;
        }
        String shown = name.length() > 60 ? name.substring(0, 57) + "…" : name;
        throw new InvalidInputException(
                Code.INVALID_NAME,
                "run \"%s\"".formatted(shown),
                "A run cannot have this name.",
                "Use up to %s lower-case letters and digits, with single hyphens or dots between them."
                        .formatted(LONGEST));
    }
}

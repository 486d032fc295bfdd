package dev.penstock.spec;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of names of steps and pipelines: fit for Kubernetes labels, workflow ids and people. */
public final class StepName {

    public static final int LONGEST = 63;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private StepName() {}

    public static boolean valid(String name) {
        return name.length() <= LONGEST && FORM.matcher(name).matches();
    }

    /** A valid name as near to the words as possible. */
    public static String of(String words) {
        String spaced = words.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        String name = spaced.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String fitting =
                name.length() <= LONGEST ? name : name.substring(0, LONGEST).replaceAll("-$", "");
        return fitting.isEmpty() ? "step" : fitting;
    }
}

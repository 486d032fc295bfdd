package dev.penstock.store;

import java.util.regex.Pattern;

/** The names that objects may have: parts of letters, digits, dots and hyphens, which do not begin with a dot. */
final class Names {

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern FORM = Pattern.compile(PART + "(/" + PART + ")*");

    private Names() {}

    static String checked(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("\"%s\" is no name of an object".formatted(name));
        }
        return name;
    }
}

package dev.penstock.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file and line at which a user declared something, such as {@code IrisPipeline.java:58}; line 0 is the whole file. */
public record Site(String file, int line) {

    public static final Site UNKNOWN = of("unknown");

    private static final Pattern FORM = Pattern.compile("(.+):(\\d{1,9})");

    /** A file as a whole. */
    public static Site of(String file) {
        return new Site(file, 0);
    }

    public static Site parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? new Site(matcher.group(1), Integer.parseInt(matcher.group(2))) : of(text);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}

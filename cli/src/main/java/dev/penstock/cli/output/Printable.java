package dev.penstock.cli.output;

/** Shows text of strangers without letting it steer the terminal. */
public final class Printable {

    private Printable() {}

    /** Control characters as escapes; line breaks too. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                printable.append("\\u%04x".formatted(point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }
}

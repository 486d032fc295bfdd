package dev.penstock.cli.output;

/** Marks text up for a terminal, or leaves it plain. */
public record Style(boolean colors) {

    public String bold(String text) {
        return marked("1", text);
    }

    public String dim(String text) {
        return marked("2", text);
    }

    public String red(String text) {
        return marked("31", text);
    }

    public String green(String text) {
        return marked("32", text);
    }

    public String yellow(String text) {
        return marked("33", text);
    }

    public String cyan(String text) {
        return marked("36", text);
    }

    private String marked(String code, String text) {
        return colors && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}

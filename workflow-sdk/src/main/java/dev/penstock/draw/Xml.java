package dev.penstock.draw;

/** Writes numbers and text into XML. */
final class Xml {

    private Xml() {}

    /** Text for contents and attributes; labels are clean already, so that every character is allowed in XML. */
    static String text(String text) {
        if (text.chars().noneMatch(c -> c == '&' || c == '<' || c == '>' || c == '"' || c == '\'')) {
            return text;
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A number with one decimal at most, the same in every locale. */
    static String number(double number) {
        long tenths = Math.round(number * 10);
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }
}

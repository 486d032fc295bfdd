package dev.penstock.draw;

/** Writes text into the labels of a Mermaid chart. */
final class MermaidText {

    private static final String PLAIN = " .,:-_/()=+'·";

    private MermaidText() {}

    /** Every character that means something to Mermaid, HTML or Markdown by its number. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        // Mermaid strips the last semicolon of a line that looks like a style to it.
        boolean like = text.contains("style") || text.contains("classDef");
        text.codePoints().forEach(codePoint -> {
            boolean plain = codePoint > 0x7F || Character.isLetterOrDigit(codePoint) || PLAIN.indexOf(codePoint) >= 0;
            if (plain && !(like && codePoint == ':')) {
                escaped.appendCodePoint(codePoint);
            } else {
                escaped.append('#').append(codePoint).append(';');
            }
        });
        return escaped.toString();
    }
}

package dev.penstock.draw;

import java.util.Locale;

/** The style of a picture; every rule is confined to the picture, so that it can be put into a page. */
final class StyleSheet {

    private static final String SCOPE = ".penstock-drawing ";
    private static final String FONTS =
            "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Inter,Helvetica,Arial,sans-serif";

    private StyleSheet() {}

    static String text() {
        StringBuilder css = new StringBuilder();
        css.append(".penstock-drawing{font-family:").append(FONTS).append(";max-width:100%;height:auto}\n");
        for (Face face : Face.values()) {
            rule(
                    css,
                    "." + face.css(),
                    "font-size:" + Xml.number(face.size()) + "px" + (face.bold() ? ";font-weight:600" : ""));
        }
        rule(css, ".wire", "fill:none;stroke-width:1.4");
        rule(css, ".wire.order", "stroke-dasharray:4 4");
        rule(css, ".icon", "fill:none;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round");
        colours(css, Palette.LIGHT);
        css.append("@media (prefers-color-scheme:dark){\n");
        colours(css, Palette.DARK);
        return css.append("}\n").toString();
    }

    static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void colours(StringBuilder css, Palette palette) {
        rule(css, ".paper", "fill:" + palette.paper());
        rule(css, "text", "fill:" + palette.ink());
        rule(css, ".paragraph,.title-detail,.detail,.label,.port,.chip", "fill:" + palette.faintInk());
        rule(css, ".wire", "stroke:" + palette.line());
        rule(css, ".head", "fill:" + palette.line());
        for (Kind kind : Kind.values()) {
            colours(css, palette, kind);
        }
        rule(css, ".input .body,.result .body", "fill:" + palette.ink() + ";stroke:" + palette.ink());
        rule(css, ".end", "fill:" + palette.paper());
        rule(css, ".end-detail", "fill:" + Palette.mix(palette.paper(), palette.ink(), 0.7));
    }

    private static void colours(StringBuilder css, Palette palette, Kind kind) {
        String accent = palette.accent(kind);
        String of = "." + name(kind) + " ";
        rule(css, of + ".body", paint(Palette.mix(accent, palette.paper(), 0.06), border(palette, accent)));
        rule(css, of + ".icon", "stroke:" + accent);
        rule(css, of + ".bar", "fill:" + accent);
        rule(css, of + ".chip-body", paint(palette.paper(), border(palette, accent)));
        rule(css, of + ".frame", paint(palette.frame(), Palette.mix(accent, palette.paper(), 0.35)));
        rule(css, of + ".header", "fill:" + Palette.mix(accent, palette.paper(), 0.13));
    }

    private static String border(Palette palette, String accent) {
        return Palette.mix(accent, palette.paper(), 0.45);
    }

    private static String paint(String fill, String stroke) {
        return "fill:" + fill + ";stroke:" + stroke;
    }

    private static void rule(StringBuilder css, String selectors, String style) {
        css.append(SCOPE)
                .append(selectors.replace(",", "," + SCOPE))
                .append('{')
                .append(style)
                .append("}\n");
    }
}

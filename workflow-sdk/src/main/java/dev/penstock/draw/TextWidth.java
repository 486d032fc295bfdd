package dev.penstock.draw;

/** Measures text without a font: no common sans-serif font is wider than this. */
final class TextWidth {

    /** Widths of the visible ASCII characters in thousandths of the font size, the widest of common fonts each. */
    private static final int[] REGULAR = {
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, //
        637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, //
        1016, 685, 687, 723, 771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788, //
        667, 788, 723, 667, 611, 732, 685, 989, 686, 667, 686, 391, 337, 391, 838, 557, //
        500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, //
        635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838
    };

    private static final int[] BOLD = {
        349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, //
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, //
        1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 557, 775, 638, 996, 837, 851, //
        733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 557, //
        500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688, //
        716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838
    };

    private static final int FIRST_IDEOGRAPH = 0x1100;
    private static final int FIRST_PICTOGRAPH = 0x1F000;

    private TextWidth() {}

    static double regular(String text, double size) {
        return of(text, size, REGULAR);
    }

    static double bold(String text, double size) {
        return of(text, size, BOLD);
    }

    private static double of(String text, double size, int[] ascii) {
        return text.codePoints()
                        .mapToLong(codePoint -> thousandths(codePoint, ascii))
                        .sum()
                * size
                / 1000;
    }

    private static int thousandths(int codePoint, int[] ascii) {
        if (codePoint >= ' ' && codePoint < ' ' + ascii.length) {
            return ascii[codePoint - ' '];
        }
        if (codePoint == '·') {
            return 380;
        }
        if (codePoint < FIRST_IDEOGRAPH) {
            return 1000;
        }
        return codePoint < FIRST_PICTOGRAPH ? 1050 : 1400;
    }
}

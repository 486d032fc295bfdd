package dev.penstock.draw;

/** A range from left to right. */
record Span(double least, double most) {

    static final Span ALL = new Span(-Double.MAX_VALUE, Double.MAX_VALUE);

    private static final double SAME = 0.05;

    static Span at(double x) {
        return new Span(x, x);
    }

    static boolean isSame(double one, double other) {
        return Math.abs(one - other) < SAME;
    }

    Span and(Span other) {
        return new Span(Math.max(least, other.least), Math.min(most, other.most));
    }

    /** The range from this one to another that it does not overlap. */
    Span towards(Span other) {
        return most < other.least ? between(most, other.least) : between(other.most, least);
    }

    private static Span between(double left, double right) {
        return new Span(left, right);
    }

    boolean isEmpty() {
        return least > most;
    }

    boolean contains(double x) {
        return least - SAME <= x && x <= most + SAME;
    }

    double nearest(double x) {
        return Math.max(least, Math.min(most, x));
    }

    double middle() {
        return (least + most) / 2;
    }
}

package dev.penstock.diff;

/** The graph in which a step stands: that of the pipeline, a handler, or a body of the step that owns it. */
record Region(Branch branch, String owner) {

    enum Branch {
        MAIN,
        ON_FAILURE,
        LASTLY,
        BODY,
        THEN,
        OTHERWISE
    }

    static Region of(Branch branch) {
        return new Region(branch, "");
    }

    Region renamed(Renaming renaming) {
        return new Region(branch, renaming.step(owner));
    }

    String words() {
        return switch (branch) {
            case MAIN -> "the main graph";
            case ON_FAILURE -> "the handler of failures";
            case LASTLY -> "the last handler";
            case BODY -> "the body of \"%s\"".formatted(owner);
            case THEN -> "the then-branch of \"%s\"".formatted(owner);
            case OTHERWISE -> "the otherwise-branch of \"%s\"".formatted(owner);
        };
    }
}

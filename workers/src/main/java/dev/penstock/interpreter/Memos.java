package dev.penstock.interpreter;

import java.util.List;

/** The facts that a run carries for everybody who lists it. */
public final class Memos {

    public static final String PIPELINE = "pipeline";
    public static final String DIGEST = "spec";
    public static final String STARTED_BY = "startedBy";
    public static final String TRIGGER = "trigger";
    public static final String BUILD = "build";

    static final List<String> KEYS = List.of(PIPELINE, DIGEST, STARTED_BY, TRIGGER, BUILD);

    private Memos() {}
}

package dev.penstock.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.Code;
import dev.penstock.spec.Site;

/** Recognises handles that were turned into text, where only their value could have been meant. */
final class Handles {

    static final String MARK = "⟦";
    static final String END = "⟧";

    private Handles() {}

    /** Refuses constants with such a text anywhere inside. */
    static void refuseIn(JsonNode constant, Code code, Site at, String remedy) {
        constant.forEach(part -> refuseIn(part, code, at, remedy));
        if (constant.isTextual()) {
            refuseIn(constant.textValue(), code, at, remedy);
        }
    }

    /** A handle has no value yet, so a text that it became part of is not what the author meant. */
    static void refuseIn(String text, Code code, Site at, String remedy) {
        int from = text.indexOf(MARK);
        if (from >= 0 && text.indexOf(END, from) > from) {
            String shown = text.replace(MARK, "<").replace(END, ">");
            throw new Refusal(code, at, "A handle is part of the text \"%s\".".formatted(shown), remedy);
        }
    }
}

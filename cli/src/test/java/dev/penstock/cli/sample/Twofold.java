package dev.penstock.cli.sample;

import static dev.penstock.option.StepOption.named;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;

/** Has two problems of its own. */
public final class Twofold implements Pipeline<String, String> {

    @Override
    public Value<String> define(Flow flow, Value<String> in) {
        Value<String> once = flow.apply(Twofold::same, named("step")).to(in);
        Value<String> twice = flow.apply(Twofold::same, named("step")).to(once);
        flow.apply(Twofold::same, named("Not A Name")).to(in);
        return twice;
    }

    static String same(String text) {
        return text;
    }
}

package dev.penstock.testing.digest;

import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.pendingAtMost;
import static dev.penstock.option.StepOption.tolerate;
import static java.time.Duration.ofMillis;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;

/** Every mistake here is answered with a sentence that holds a number or a word with an I. */
public final class WrongPipeline implements Pipeline<Integer, Integer> {

    @Override
    public String name() {
        return "INITIAL_LISTING";
    }

    @Override
    public Value<Integer> define(Flow flow, Value<Integer> in) {
        Value<Integer> first =
                flow.apply(WrongPipeline::same, named("INIT_1234567890")).to(in);
        Value<Integer> second = flow.apply(WrongPipeline::same, pendingAtMost(ofMillis(-1_250)), tolerate(12.5))
                .to(first);
        Value<Integer> third = flow.apply(WrongPipeline::same).to(second);
        return flow.apply(WrongPipeline::length).to(Value.text("{}", first, second, third));
    }

    static Integer same(Integer number) {
        return number;
    }

    static Integer length(String text) {
        return text.length();
    }
}

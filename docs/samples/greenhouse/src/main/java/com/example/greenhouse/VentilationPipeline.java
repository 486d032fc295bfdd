package com.example.greenhouse;

import static dev.penstock.flow.Check.moreThan;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.List;

/** Opens the window when it is too hot on average. */
public final class VentilationPipeline implements Pipeline<VentilationPipeline.Params, String> {

    public record Params(List<Double> readings, double limit) {}

    /** The window, an effect on the outside world. */
    public interface Window {
        String open(double degrees);
    }

    @Override
    public Value<String> define(Flow flow, Value<Params> in) {
        Value<Double> average = flow.apply(VentilationPipeline::average).to(in.get(Params::readings));
        return flow.when(average.is(moreThan(in.get(Params::limit))), () -> flow.call(Window::open).with(average))
                .otherwise(() -> flow.apply(VentilationPipeline::leave).to(average));
    }

    static double average(List<Double> readings) {
        return readings.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    static String leave(double degrees) {
        return "left closed at " + degrees + " degrees";
    }
}

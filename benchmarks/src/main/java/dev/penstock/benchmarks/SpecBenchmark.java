package dev.penstock.benchmarks;

import dev.penstock.diff.Change;
import dev.penstock.diff.SpecDiff;
import dev.penstock.draw.Svg;
import dev.penstock.spec.Spec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What people do with a spec that is there: read it, draw it, compare it with one that has a step more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class SpecBenchmark {

    @Param
    Shape shape = Shape.CHAIN;

    @Param({"1000", "10000"})
    int steps;

    private Spec before = Spec.of(new Chain(Kind.APPLY, 1));
    private Spec after = before;
    private String json = "";

    @Setup
    public void define() {
        before = Spec.of(shape.pipeline(Kind.CONTAINER, steps));
        after = Spec.of(shape.pipeline(Kind.CONTAINER, steps + 1));
        json = before.toJson();
    }

    @Benchmark
    public Spec read() {
        return Spec.parse(json, "a file");
    }

    @Benchmark
    public String svg() {
        return Svg.of(before);
    }

    @Benchmark
    public List<Change> diff() {
        return SpecDiff.between(before, after);
    }
}

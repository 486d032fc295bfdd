package dev.penstock.benchmarks;

import dev.penstock.spec.Spec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a new pipeline to the digest of its spec: tracing, validation, canonical JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DefinitionBenchmark {

    @Param
    Shape shape = Shape.CHAIN;

    @Param
    Kind kind = Kind.CONTAINER;

    @Param({"1000", "10000"})
    int steps;

    @Benchmark
    public String digest() {
        return Spec.of(shape.pipeline(kind, steps)).digest();
    }
}

package dev.penstock.benchmarks;

import dev.penstock.flow.Pipeline;

/** How the steps of a measured pipeline hang together. */
public enum Shape {
    CHAIN {
        @Override
        Pipeline<Integer, Integer> pipeline(Kind kind, int steps) {
            return new Chain(kind, steps);
        }
    },
    FAN {
        @Override
        Pipeline<Integer, Integer> pipeline(Kind kind, int steps) {
            return new Fan(kind, steps);
        }
    };

    abstract Pipeline<Integer, Integer> pipeline(Kind kind, int steps);
}

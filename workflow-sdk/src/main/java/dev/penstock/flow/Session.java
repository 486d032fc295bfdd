package dev.penstock.flow;

import dev.penstock.problem.Problems;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** What the pipelines of one spec share while they are taken down. */
record Session(Problems problems, TypeReader types, Deque<Pipeline<?, ?>> open) {

    static Session start() {
        return new Session(
                new Problems(), new TypeReader(Map.of(LiteralTypes.Nothing.class, Scalar.NOTHING)), new ArrayDeque<>());
    }
}

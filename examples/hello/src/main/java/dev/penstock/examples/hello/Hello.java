package dev.penstock.examples.hello;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import java.util.Optional;

/** Greets somebody. */
public final class Hello implements Pipeline<String, String> {

    @Override
    public Value<String> define(Flow flow, Value<String> name) {
        return flow.apply(Hello::greet).to(name);
    }

    static String greet(String name) {
        return "Hello, " + name + "!";
    }

    @Override
    public Optional<String> defaults() {
        return Optional.of("World");
    }
}

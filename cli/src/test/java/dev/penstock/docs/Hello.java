package dev.penstock.docs;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;

public final class Hello implements Pipeline<String, String> {

    @Override
    public Value<String> define(Flow flow, Value<String> name) {
        return flow.apply(Hello::greet).to(name);
    }

    static String greet(String name) {
        return "Hello, " + name + "!";
    }
}

package dev.penstock.cli.find;

import dev.penstock.flow.Pipeline;

/** A pipeline that can be used, under its name. */
public record Found(String name, Pipeline<?, ?> pipeline, String origin) {

    public String className() {
        return pipeline.getClass().getName();
    }
}

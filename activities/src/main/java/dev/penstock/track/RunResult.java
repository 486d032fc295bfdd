package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.cache.Savings;

/**
 * How a run has ended.
 *
 * @param output what it yields; null where it yields nothing
 * @param savings what the cache did for it
 */
public record RunResult(Ending ending, JsonNode output, Savings savings) {

    public static RunResult of(Ending ending) {
        return new RunResult(ending, NullNode.instance, Savings.NONE);
    }
}

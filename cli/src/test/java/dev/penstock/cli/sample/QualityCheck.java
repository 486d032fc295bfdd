package dev.penstock.cli.sample;

import dev.penstock.artifact.Dataset;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.pipelines.quality.Expectations;
import dev.penstock.pipelines.quality.Quality;
import dev.penstock.pipelines.quality.Suite;
import java.net.URI;

/** Has the shared step that checks data, and no other. */
public final class QualityCheck implements Pipeline<QualityCheck.Table, Quality> {

    public record Table(URI uri, String digest) implements Dataset {}

    @Override
    public String name() {
        return "expectations";
    }

    @Override
    public Value<Quality> define(Flow flow, Value<Table> in) {
        return flow.run(new Expectations<>(
                in, new Suite("{\"expectations\": [{\"type\": \"expect_column_to_exist\", \"kwargs\": {}}]}")));
    }
}

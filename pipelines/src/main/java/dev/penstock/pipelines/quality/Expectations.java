package dev.penstock.pipelines.quality;

import dev.penstock.artifact.Dataset;
import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Value;

/**
 * Checks a dataset by Great Expectations: a critical expectation that fails rejects the run and is named.
 *
 * <p>The dataset is a file, or a folder of files, in CSV (packed by gzip or not), JSON or JSON lines. An expectation
 * whose column is not there is a mistake in the suite, which fails the step without rejecting the data.
 */
public record Expectations<D extends Dataset>(Value<D> data, Suite suite) implements ContainerStep<Quality> {

    @Override
    public Container container() {
        return Container.image("penstock/expectations")
                .command("python", "-m", "expectations")
                .cpu(1)
                .memory("1Gi");
    }
}

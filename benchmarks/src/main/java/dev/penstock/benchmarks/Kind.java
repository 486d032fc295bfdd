package dev.penstock.benchmarks;

import static dev.penstock.option.StepOption.named;

import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Value;

/** What the steps of a measured pipeline are. */
public enum Kind {
    CONTAINER {
        @Override
        Value<Integer> step(Flow flow, Value<Integer> in, int number) {
            return flow.run(new Count(in, 0.5), named("s" + number));
        }
    },
    APPLY {
        @Override
        Value<Integer> step(Flow flow, Value<Integer> in, int number) {
            return flow.apply(Kind::next, named("s" + number)).to(in);
        }
    };

    abstract Value<Integer> step(Flow flow, Value<Integer> in, int number);

    record Count(Value<Integer> from, double share) implements ContainerStep<Integer> {
        @Override
        public Container container() {
            return Container.image("benchmarks/count").cpu(1).memory("512Mi");
        }
    }

    static Integer next(Integer number) {
        return number + 1;
    }
}

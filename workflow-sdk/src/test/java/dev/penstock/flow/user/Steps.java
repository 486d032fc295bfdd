package dev.penstock.flow.user;

import dev.penstock.container.Container;
import dev.penstock.flow.ContainerStep;
import dev.penstock.flow.Done;
import dev.penstock.flow.Resource;
import dev.penstock.flow.ResourceStep;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Steps that cannot describe themselves, or that are described by each test. */
final class Steps {

    private Steps() {}

    record Throws(Value<Integer> value) implements ContainerStep<Done> {
        @Override
        public Container container() {
            throw new IllegalStateException("no image configured");
        }
    }

    record Null(Value<Integer> value) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return null;
        }
    }

    record NullWorkflow(Value<Integer> value) implements WorkflowStep<Done> {
        @Override
        public String workflow() {
            return null;
        }
    }

    record NullResource(Value<Integer> value) implements ResourceStep<Done> {
        @Override
        public Resource resource() {
            return null;
        }
    }

    record HandlesInList(List<Value<Integer>> values) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("x");
        }
    }

    record HandleInOptional(Optional<Value<Integer>> value) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("x");
        }
    }

    @SuppressWarnings("rawtypes")
    record RawHandle(Value value) implements ContainerStep<Done> {
        @Override
        public Container container() {
            return Container.image("x");
        }
    }

    /** A class, since a record's components would be its inputs. */
    record Described(Value<Integer> value) implements ContainerStep<Done> {

        private static final ThreadLocal<Supplier<Container>> CONTAINER = new ThreadLocal<>();

        static Described as(Supplier<Container> container, Value<Integer> value) {
            CONTAINER.set(container);
            return new Described(value);
        }

        @Override
        public Container container() {
            return CONTAINER.get().get();
        }
    }
}

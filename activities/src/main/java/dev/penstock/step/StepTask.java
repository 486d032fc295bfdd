package dev.penstock.step;

import dev.penstock.container.Container;
import dev.penstock.option.Setting;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a runner is asked to do, without the values of its inputs. */
public sealed interface StepTask {

    DataType output();

    List<Setting> settings();

    Placement placement();

    /** The same elsewhere, or with more memory. */
    StepTask at(Placement other);

    /** A container, with the types of its inputs by name, and the definitions of those types and of the output's. */
    record ContainerTask(
            Container container,
            SortedMap<String, DataType> inputs,
            DataType output,
            Types types,
            List<Setting> settings,
            Placement placement)
            implements StepTask {
        public ContainerTask {
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
            settings = List.copyOf(settings);
        }

        @Override
        public ContainerTask at(Placement other) {
            return new ContainerTask(container, inputs, output, types, settings, other);
        }
    }

    /** A Kubernetes resource, whose holes are its inputs. */
    record ResourceTask(ResourceTemplate resource, DataType output, List<Setting> settings, Placement placement)
            implements StepTask {
        public ResourceTask {
            settings = List.copyOf(settings);
        }

        @Override
        public ResourceTask at(Placement other) {
            return new ResourceTask(resource, output, settings, other);
        }
    }
}

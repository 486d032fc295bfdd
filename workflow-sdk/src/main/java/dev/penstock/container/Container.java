package dev.penstock.container;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An image, what to run in it, and what it asks for; each method returns a changed copy. */
public record Container(
        String image,
        List<String> command,
        SortedMap<String, Variable> environment,
        Resources resources,
        List<String> pools,
        Optional<Distribution> distributed,
        Optional<String> serviceAccount) {

    public Container {
        requireNonNull(image, "image");
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        pools = List.copyOf(pools);
    }

    /** An image by reference, or by the name of its build context beside the pipeline. */
    public static Container image(String image) {
        return new Container(
                image, List.of(), new TreeMap<>(), Resources.none(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Runs this instead of the image's own command. */
    public Container command(String... words) {
        return new Container(image, List.of(words), environment, resources, pools, distributed, serviceAccount);
    }

    /** Sets an environment variable. */
    public Container env(String name, String value) {
        return with(name, new Variable.Literal(value));
    }

    /** Sets an environment variable from a secret, which is read where the container runs and nowhere else. */
    public Container env(String name, Secret secret) {
        return with(name, new Variable.FromSecret(secret));
    }

    /** Asks for processors; 0.5 is half of one. */
    public Container cpu(double cores) {
        return asking(resources.cpu(cores));
    }

    /** Asks for memory, such as "512Mi" or "16Gi". */
    public Container memory(String quantity) {
        return asking(resources.memory(quantity));
    }

    /** Asks for local disk. */
    public Container disk(String quantity) {
        return asking(resources.disk(quantity));
    }

    /** Asks for shared memory, which data loaders need. */
    public Container sharedMemory(String quantity) {
        return asking(resources.sharedMemory(quantity));
    }

    /** Asks for GPUs of any kind that the pool has. */
    public Container gpu(int count) {
        return asking(resources.gpu(count, Optional.empty()));
    }

    /** Asks for GPUs of this kind, such as "a10g" or "h100". */
    public Container gpu(int count, String kind) {
        return asking(resources.gpu(count, Optional.of(kind)));
    }

    /** Runs on these pools, tried in this order. */
    public Container on(Pool... choices) {
        List<String> names = List.of(choices).stream().map(Pool::name).toList();
        return new Container(image, command, environment, resources, names, distributed, serviceAccount);
    }

    /** Runs as a gang of nodes that find each other by torchrun's variables, with this many GPUs on each. */
    public Container distributed(int nodes, int gpusEach) {
        return new Container(
                image,
                command,
                environment,
                resources,
                pools,
                Optional.of(new Distribution(nodes, gpusEach)),
                serviceAccount);
    }

    /** Runs with the rights of this Kubernetes service account. */
    public Container serviceAccount(String name) {
        return new Container(image, command, environment, resources, pools, distributed, Optional.of(name));
    }

    private Container asking(Resources changed) {
        return new Container(image, command, environment, changed, pools, distributed, serviceAccount);
    }

    private Container with(String name, Variable variable) {
        SortedMap<String, Variable> more = new TreeMap<>(environment);
        more.put(name, variable);
        return new Container(image, command, more, resources, pools, distributed, serviceAccount);
    }
}

package dev.penstock.container;

import java.util.Optional;

/** What a container asks for; quantities are written as in Kubernetes. */
public record Resources(
        Optional<Double> cpu,
        Optional<String> memory,
        Optional<String> disk,
        Optional<String> sharedMemory,
        Optional<Integer> gpus,
        Optional<String> gpuKind) {

    static Resources none() {
        return new Resources(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Resources cpu(double cores) {
        return new Resources(Optional.of(cores), memory, disk, sharedMemory, gpus, gpuKind);
    }

    Resources memory(String quantity) {
        return new Resources(cpu, Optional.of(quantity), disk, sharedMemory, gpus, gpuKind);
    }

    Resources disk(String quantity) {
        return new Resources(cpu, memory, Optional.of(quantity), sharedMemory, gpus, gpuKind);
    }

    Resources sharedMemory(String quantity) {
        return new Resources(cpu, memory, disk, Optional.of(quantity), gpus, gpuKind);
    }

    Resources gpu(int count, Optional<String> kind) {
        return new Resources(cpu, memory, disk, sharedMemory, Optional.of(count), kind);
    }
}

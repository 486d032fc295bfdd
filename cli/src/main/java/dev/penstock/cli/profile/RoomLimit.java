package dev.penstock.cli.profile;

import dev.penstock.cli.profile.Configuration.Limit;
import dev.penstock.container.Quantity;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.room.Capacity;
import dev.penstock.room.Machine;
import java.util.Map;
import java.util.Optional;

/** Reads what containers of this machine may ask for together: of variables, else of the profile, else the machine. */
final class RoomLimit {

    static final String CPU = "PENSTOCK_LIMIT_CPU";
    static final String MEMORY = "PENSTOCK_LIMIT_MEMORY";

    private RoomLimit() {}

    static Optional<Capacity> of(Optional<Limit> configured, Map<String, String> environment, Problems problems) {
        String cpu = environment.getOrDefault(CPU, "").strip();
        String memory = environment.getOrDefault(MEMORY, "").strip();
        Optional<Double> cores = cpu.isEmpty() ? configured.flatMap(Limit::cpu) : cores(cpu);
        Optional<Long> bytes =
                memory.isEmpty() ? configured.flatMap(Limit::memory).flatMap(Quantity::bytes) : Quantity.bytes(memory);
        if (!cpu.isEmpty() && cores.isEmpty()) {
            problems.add(
                    Code.REFUSED_VALUE,
                    CPU,
                    "\"%s\" is not a number of processors.".formatted(cpu),
                    "Write one above zero, such as 4 or 1.5.");
            return Optional.empty();
        }
        if (!memory.isEmpty() && bytes.isEmpty()) {
            problems.add(
                    Code.REFUSED_VALUE,
                    MEMORY,
                    "\"%s\" is not an amount of memory.".formatted(memory),
                    "Write it as Kubernetes does, such as 8Gi.");
            return Optional.empty();
        }
        return Optional.of(Machine.capacity().or(cores, bytes));
    }

    private static Optional<Double> cores(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(cores -> cores > 0 && Double.isFinite(cores));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package dev.penstock.step;

import java.util.Optional;

/**
 * Where an attempt runs and with how much, as far as earlier attempts have changed it.
 *
 * @param pool the pool to run on; nothing where the runner has only one place
 * @param spot whether on capacity that may be taken away
 * @param memory more memory than the container asks for, after it was too little
 */
public record Placement(Optional<String> pool, boolean spot, Optional<String> memory) {

    public static Placement anywhere() {
        return new Placement(Optional.empty(), false, Optional.empty());
    }

    /** For people, such as {@code pool gpu-workloads · spot}; empty where there is nothing to say. */
    public String words() {
        StringBuilder words = new StringBuilder();
        pool.ifPresent(name -> words.append("pool ").append(name));
        if (spot) {
            words.append(words.isEmpty() ? "" : " · ").append("spot");
        }
        memory.ifPresent(quantity ->
                words.append(words.isEmpty() ? "" : " · ").append(quantity).append(" memory"));
        return words.toString();
    }
}

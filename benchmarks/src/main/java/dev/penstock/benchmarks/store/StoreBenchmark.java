package dev.penstock.benchmarks.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Started by benchmarks/store. */
public final class StoreBenchmark {

    private static final int PROCESSES = 16;
    private static final int ROUNDS = 100;
    private static final long TWO_GIB = 2L << 30;
    private static final int SMALL_FILES = 10_000;

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        String what = words.isEmpty() ? "cache" : words.getFirst();
        String store = words.size() > 1 ? words.get(1) : "both";
        int rounds = words.size() > 2 ? Integer.parseInt(words.get(2)) : ROUNDS;
        for (Place place : places(store)) {
            try (place) {
                run(what, place, rounds);
            }
        }
    }

    private static List<Place> places(String store) throws IOException {
        List<Place> places = new ArrayList<>();
        if (!store.equals("s3")) {
            places.add(Place.files());
        }
        if (!store.equals("file")) {
            places.add(Place.s3());
        }
        return places;
    }

    private static void run(String what, Place place, int rounds) throws IOException, InterruptedException {
        switch (what) {
            case "cache" -> {
                try (CacheRace race = new CacheRace(place, PROCESSES)) {
                    System.out.printf("%s, %d processes: %s%n", place.name(), PROCESSES, race.run(rounds));
                }
            }
            case "torn" -> System.out.printf("%s: %s%n", place.name(), new Torn(place, rounds, 42).run());
            case "throughput" -> {
                Throughput throughput = new Throughput(place, 3);
                throughput.file(TWO_GIB);
                throughput.folder(SMALL_FILES);
            }
            default -> throw new IllegalArgumentException("There is no " + what + "; see benchmarks/README.md.");
        }
    }
}

package dev.penstock.benchmarks.store;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.cache.AskingStep;
import dev.penstock.cache.Cache;
import dev.penstock.cache.CacheKey;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One of the processes that ask for the same key: reads keys from its input, and computes until it is told to end. */
public final class CacheRacer {

    private CacheRacer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String self = arguments[1];
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ObjectStore objects = Place.open(arguments[0], System.getenv())) {
            objects.list("warm-up");
            Cache cache = new Cache(
                    objects, new Values(new ObjectBlobStore(objects)), new Artifacts(objects), LocalProcesses.only());
            System.out.println("ready");
            for (String key = in.readLine(); key != null; key = in.readLine()) {
                Cache.Answer answer = cache.get(ask(key, self), owner -> {}, () -> {
                    System.out.println("computing");
                    try {
                        in.readLine();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return TextNode.valueOf("made by " + self);
                });
                System.out.println("result " + answer.value().asText());
            }
        }
    }

    private static Cache.Ask ask(String key, String self) {
        return new Cache.Ask(
                new CacheKey(new TreeMap<>(Map.of("round", IntNode.valueOf(Integer.parseInt(key))))),
                "race",
                new AskingStep(self, "race", 0),
                new Owner(self, "", "race", "", "race", LocalProcesses.own()),
                Optional.empty(),
                false);
    }
}

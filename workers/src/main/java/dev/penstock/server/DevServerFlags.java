package dev.penstock.server;

import java.util.List;
import java.util.stream.Stream;

/** The flags of the dev server, without which a step takes 100 ms and a timer a second. */
final class DevServerFlags {

    /** A dev server has one history shard, and these are limits per shard or for many tenants. */
    private static final List<String> DYNAMIC_CONFIG = List.of(
            "history.transferProcessorMaxPollRPS=10000",
            "history.timerProcessorMaxPollRPS=10000",
            "history.visibilityProcessorMaxPollRPS=1000",
            "history.timerProcessorMaxTimeShift=\"20ms\"",
            "history.workflowIdReuseMinimalInterval=\"0s\"",
            "frontend.rps=100000",
            "frontend.namespaceRPS=100000",
            "history.rps=100000",
            "matching.rps=100000",
            "matching.numTaskqueueReadPartitions=1",
            "matching.numTaskqueueWritePartitions=1");

    /** Without these every step waits for the disk half a dozen times; a killed server still loses nothing. */
    private static final List<String> DATABASE = List.of("journal_mode=wal", "synchronous=normal");

    private DevServerFlags() {}

    static List<String> all() {
        Stream<String> config = DYNAMIC_CONFIG.stream().flatMap(value -> Stream.of("--dynamic-config-value", value));
        Stream<String> attributes = RunAttributes.all().stream()
                .flatMap(key -> Stream.of("--search-attribute", key.getName() + "=" + RunAttributes.typeText(key)));
        Stream<String> database = DATABASE.stream().flatMap(value -> Stream.of("--sqlite-pragma", value));
        return Stream.of(config, database, attributes).flatMap(flags -> flags).toList();
    }
}

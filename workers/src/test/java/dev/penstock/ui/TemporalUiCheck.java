package dev.penstock.ui;

import static dev.penstock.flow.Check.atLeast;
import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.option.StepOption.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Approved;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.function.Code;
import dev.penstock.function.Services;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.option.PipelineSettings;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.MemoryBlobStore;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a run in Temporal's own pages; not one of the usual tests, since it needs a browser. */
final class TemporalUiCheck {

    private static final Path PICTURES = Path.of("target", "ui");

    @TempDir
    private Path folder;

    interface Oven {
        String bake(String cake);
    }

    /** Bakes, many times, and asks whether it tastes. */
    static final class Bakery implements Pipeline<String, String> {
        @Override
        public PipelineSettings settings() {
            return PipelineSettings.ownedBy("bakers").describedAs("Bakes a cake that somebody has to like.");
        }

        @Override
        public Value<String> define(Flow flow, Value<String> cake) {
            Value<String> baked =
                    flow.call(Oven::bake, retry(3).every(Duration.ofSeconds(1))).with(cake);
            Value<List<Integer>> slices = flow.apply(Bakery::slices).to(baked);
            Value<List<Integer>> eaten =
                    flow.map(slices, slice -> flow.apply(Bakery::eat).to(slice), named("eat-slices"));
            Value<Integer> hunger =
                    flow.repeat(Value.of(0), n -> flow.apply(Bakery::more).to(n), n -> n.is(atLeast(3)), 5);
            Value<Approved<String>> liked =
                    flow.approval("tasters", within(Duration.ofDays(2))).of(baked);
            return flow.apply(Bakery::sum).to(liked.get(Approved::value), eaten, hunger);
        }

        static List<Integer> slices(String cake) {
            return IntStream.range(0, 600).boxed().toList();
        }

        static int eat(int slice) {
            return slice;
        }

        static int more(int n) {
            return n + 1;
        }

        static String sum(String cake, List<Integer> eaten, int hunger) {
            return cake + eaten.size() + hunger;
        }
    }

    @Test
    void recognisesStepsAttemptsAndWaitsInTemporalsPages() throws Exception {
        AtomicInteger burnt = new AtomicInteger();
        Services services = Services.none().with(Oven.class, cake -> {
            if (burnt.incrementAndGet() == 1) {
                throw new IllegalStateException("burnt");
            }
            return "baked " + cake;
        });
        ServerSettings settings = ServerSettings.in(folder.resolve("server"));
        try (Engine engine = Engines.open(new Target.Dev(), settings)) {
            WorkflowClient client = engine.client(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.converter())
                    .build());
            Values values = new Values(new MemoryBlobStore());
            Code code = new Code(TemporalUiCheck.class.getClassLoader(), "the check");
            Runs runs = new Runs(
                    client, values, WorkerSettings.QUEUE, engine.abilities().searchable());
            WorkerHost worker = WorkerHost.start(client, WorkerSettings.of(values, code, services));
            runs.start(RunOrder.of(new Bakery().toSpec(), TextNode.valueOf("sponge"), "bakery-monday")
                    .by("ann", "command"));
            awaitWaiting(runs);
            look(engine.ui().orElseThrow());
            worker.close();
        }
    }

    private static void awaitWaiting(Runs runs) throws InterruptedException {
        while (runs.status("bakery-monday").steps().stream()
                        .filter(step ->
                                step.state() == StepState.WAITING || step.name().equals("eat-slices"))
                        .filter(step -> step.state() != StepState.RUNNING)
                        .count()
                < 2) {
            Thread.sleep(100);
        }
    }

    private void look(URI ui) throws Exception {
        try (Browser browser = Browser.open(folder)) {
            browser.go(ui.resolve("/namespaces/default/workflows"));
            browser.text(
                    "the list names the run and its children",
                    text -> text.contains("bakery-monday") && text.contains("bakery.eat-slices"));
            browser.photograph(PICTURES.resolve("list.png"));

            browser.go(ui.resolve("/namespaces/default/workflows/bakery-monday"));
            String history = browser.text(
                    "the history names steps, attempts and waits",
                    text -> text.contains("bake") && text.contains("approval by tasters within 2d"));
            browser.photograph(PICTURES.resolve("history.png"));
            assertThat(history).contains("bakery", "attempt 1", "attempt 2", "slices", "items 0 to 199 of 600");

            browser.follow("User Metadata");
            String metadata = browser.text(
                    "the details show the steps as a table",
                    text -> text.contains("approval-tasters") && text.contains("600 of 600 items"));
            browser.photograph(PICTURES.resolve("metadata.png"));
            assertThat(metadata)
                    .contains(
                            "Bakes a cake that somebody has to like.",
                            "600 of 600 items",
                            "succeeded",
                            "pass 3 of at most 5");
        }
    }
}

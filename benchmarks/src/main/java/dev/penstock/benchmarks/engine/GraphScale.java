package dev.penstock.benchmarks.engine;

import dev.penstock.engine.Limits;
import dev.penstock.function.Services;
import dev.penstock.server.Target;
import dev.penstock.spec.Spec;
import dev.penstock.type.JsonEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A big graph of steps of all kinds as one run, undisturbed. */
record GraphScale(int steps) {

    private static final long SEED = 42;

    void run() {
        for (Target target : List.of(new Target.Embedded(), new Target.Dev())) {
            try (Ground ground = Ground.open(target)) {
                Path effects = ground.folder().resolve("effects");
                Services services =
                        Services.none().withEach(Effects.class, call -> new Effects.InFolder(effects, call));
                try (OwnWorker own = new OwnWorker(ground.engine(), ground.values(), services)) {
                    run(own, target);
                }
            }
        }
    }

    private void run(OwnWorker own, Target target) {
        Spec spec = new MixedPipeline(SEED, steps).toSpec();
        long cpu = Processor.used();
        long start = System.nanoTime();
        String run = own.start(spec, new JsonEncoder().encode(1), Limits.usual());
        int result = own.result(run);
        System.out.printf(
                Locale.ROOT,
                "%s: %s steps in %.1f s, %.1f s of processor; result %s; %s; load %s%n",
                target.getClass().getSimpleName(),
                steps,
                (System.nanoTime() - start) / 1e9,
                (Processor.used() - cpu) / 1e9,
                result,
                Histories.of(own.client(), run),
                Processor.load());
    }
}

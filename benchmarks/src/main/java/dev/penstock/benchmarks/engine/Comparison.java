package dev.penstock.benchmarks.engine;

import dev.penstock.function.Services;
import dev.penstock.server.Target;
import java.util.List;
import java.util.function.Function;

/** Chains and fans against the same steps written by hand; a server for each, since they slow down as they fill. */
record Comparison(Target target, int pairs) {

    private static final int CHAIN = 100;
    private static final int FAN = 500;
    private static final int NUMBERS_OF_FAN = FAN * (FAN - 1) / 2;
    private static final double WARM_UP_SECONDS = 20;

    /** What is measured, and how often in a row. */
    private record Case(
            String name, int runs, Function<OwnWorker, Contestant> own, Function<HandWorker, Contestant> hand) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "chain apply",
                    10,
                    own -> own.of(new ChainPipeline(Work.APPLY, CHAIN), 0),
                    hand -> hand.localChain(CHAIN)),
            new Case(
                    "fan apply",
                    5,
                    own -> own.of(new FanPipeline(Work.APPLY, FAN), 0),
                    hand -> fromZero(hand.localFan(FAN))),
            new Case("map apply", 5, own -> own.of(new MapPipeline(Work.APPLY), FAN), hand -> hand.localFan(FAN)),
            new Case("chain call", 1, own -> own.of(new ChainPipeline(Work.CALL, CHAIN), 0), hand -> hand.chain(CHAIN)),
            new Case("fan call", 1, own -> own.of(new FanPipeline(Work.CALL, FAN), 0), hand -> fromZero(hand.fan(FAN))),
            new Case("map call", 1, own -> own.of(new MapPipeline(Work.CALL), FAN), hand -> hand.fan(FAN)));

    void run(String only) {
        Table.head(target.getClass().getSimpleName());
        for (Case each : CASES) {
            if (each.name().contains(only)) {
                Table.row(measure(each));
            }
        }
    }

    private Duel.Result measure(Case each) {
        Services services = Services.none().with(Numbers.class, new Numbers.Plain());
        try (Ground ground = Ground.open(target);
                OwnWorker own = new OwnWorker(ground.engine(), ground.values(), services);
                HandWorker hand = new HandWorker(ground.engine())) {
            return new Duel(each.name(), each.own().apply(own), each.hand().apply(hand), each.runs())
                    .measure(WARM_UP_SECONDS, pairs);
        }
    }

    /** The steps of the graph all start from the run's input, those by hand from their numbers. */
    private static Contestant fromZero(Contestant fan) {
        return () -> fan.run() - NUMBERS_OF_FAN;
    }
}

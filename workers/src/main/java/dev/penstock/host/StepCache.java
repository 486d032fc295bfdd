package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.cache.AskingStep;
import dev.penstock.cache.Cache;
import dev.penstock.cache.CacheKey;
import dev.penstock.cache.Explanations;
import dev.penstock.cache.KeyOf;
import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owner;
import dev.penstock.cache.Savings;
import dev.penstock.container.Container;
import dev.penstock.contract.Progress;
import dev.penstock.daemon.HostName;
import dev.penstock.engine.AttemptFacts;
import dev.penstock.engine.Reused;
import dev.penstock.engine.Said;
import dev.penstock.engine.Task;
import dev.penstock.function.Code;
import dev.penstock.option.Setting;
import dev.penstock.step.StepTask;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.activity.ActivityInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the cache for the results of steps that may be cached. */
record StepCache(Optional<Caching> caching, Values values, Code code) {

    /** Keeps a value as it travels. */
    interface Keeping extends Function<JsonNode, Datum> {}

    Datum apply(
            Task.Apply task,
            Optional<AttemptFacts> facts,
            List<JsonNode> inputs,
            ActivityInfo info,
            Heartbeats.Pulse pulse,
            Keeping keeping,
            Cache.Work work)
            throws InterruptedException {
        if (caching.isEmpty() || task.reuse().isEmpty()) {
            return keeping.apply(work.compute());
        }
        Task.Apply.Reuse reuse = task.reuse().get();
        Optional<String> digest = code.digest(task.function().method());
        if (digest.isEmpty()) {
            return uncached("its class file is not there", keeping, work);
        }
        String step = info.getActivityType();
        CacheKey key = KeyOf.function(
                task.function().method(), reuse.setting(), digest.get(), reuse.output(), reuse.types(), inputs);
        AskingStep asking = facts.map(told -> new AskingStep(told.run(), told.path(), 0))
                .orElseGet(() -> new AskingStep(info.getWorkflowId(), step + "#" + info.getActivityId(), 0));
        return get(ask(key, step, asking, info, reuse.setting()), said(asking.path(), 1, pulse), keeping, work);
    }

    Datum run(
            StepTask task,
            AttemptFacts facts,
            Function<String, JsonNode> input,
            ActivityInfo info,
            Heartbeats.Pulse pulse,
            Keeping keeping,
            Cache.Work work)
            throws InterruptedException {
        Optional<Setting.Cached> setting = Setting.find(task.settings(), Setting.Cached.class);
        if (caching.isEmpty() || setting.isEmpty() || !(task instanceof StepTask.ContainerTask container)) {
            return keeping.apply(work.compute());
        }
        String image = container.container().image();
        Optional<String> digest = caching.get().contexts().of(image);
        if (digest.isEmpty()) {
            return uncached("what is in the image %s is not known".formatted(image), keeping, work);
        }
        CacheKey key = KeyOf.container(container, setting.get(), digest.get(), input);
        AskingStep asking = new AskingStep(facts.run(), facts.path(), gpus(container.container()));
        Cache.Ask ask = ask(key, facts.step() + " in " + image, asking, info, setting.get());
        return get(ask, said(facts.path(), facts.attempt(), pulse), keeping, work);
    }

    private Cache.Ask ask(CacheKey key, String subject, AskingStep step, ActivityInfo info, Setting.Cached setting) {
        return new Cache.Ask(key, subject, step, owner(info, step.path()), setting.ttl(), setting.refreshed());
    }

    private static int gpus(Container container) {
        return container
                .distributed()
                .map(gang -> gang.nodes() * gang.gpusEach())
                .orElse(container.resources().gpus().orElse(0));
    }

    /** What the cache did for a run that began then. */
    Savings savings(String run, Instant since) {
        return caching.map(given -> new Explanations(given.objects()).savings(run, since))
                .orElse(Savings.NONE);
    }

    private static Datum uncached(String why, Keeping keeping, Cache.Work work) throws InterruptedException {
        return new Reused(keeping.apply(work.compute()), "not cached: " + why).json();
    }

    private Datum get(Cache.Ask ask, Consumer<Owner> waiting, Keeping keeping, Cache.Work work)
            throws InterruptedException {
        Caching given = caching.orElseThrow();
        Cache cache = new Cache(given.objects(), values, given.artifacts(), given.owners());
        Cache.Answer answer = cache.get(ask, waiting, work);
        return new Reused(keeping.apply(answer.value()), answer.verdict().words()).json();
    }

    private static Consumer<Owner> said(String path, int attempt, Heartbeats.Pulse pulse) {
        return awaited -> {
            String host = awaited.process().host();
            String place = host.equals(HostName.own()) ? "" : " on " + host;
            String sentence = "waits for %s%s, which computes the same".formatted(awaited.words(), place);
            pulse.rests();
            pulse.says(new Said(path, attempt, Progress.saying(sentence).toJson()));
        };
    }

    private Owner owner(ActivityInfo info, String path) {
        return new Owner(
                info.getWorkflowId(),
                info.getWorkflowRunId(),
                path,
                info.isLocal() ? "" : info.getActivityId(),
                caching.orElseThrow().server(),
                LocalProcesses.own());
    }
}

package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.engine.Carried;
import dev.penstock.engine.CompiledPipeline;
import dev.penstock.engine.Library;
import dev.penstock.engine.Listener;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.Part;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.Scope;
import dev.penstock.engine.Script;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One workflow at work on its part of a run, with all that its steps share. */
final class Execution {

    static final Datum NOTHING = Datum.of(NullNode.instance);

    private final RunRequest request;
    // Held so that the library still has it when this workflow looks something up.
    @SuppressWarnings("unused")
    private final CompiledPipeline whole;

    private final CompiledPipeline pipeline;
    private final Script script;
    private final Agenda agenda = new Agenda();
    private final Window window;
    private final Activities activities;
    private final Tracked tracked;
    private final Approvals approvals = new Approvals();
    private final Steps steps = new Steps(this);
    private final State state;
    private final Board board;
    private final Stop stop;
    private final Place.Cancellation cancellation;
    private final Main main;
    private final List<Wanted> wantSpec = new ArrayList<>();
    private Datum spec;

    Execution(Library library, Listener listener, Script script, RunRequest request, Datum spec) {
        this.request = request;
        this.spec = spec;
        this.script = script;
        // First of all, so that nobody who asks early finds nobody.
        Desk desk = new Desk(library.values());
        Workflow.registerListener(desk);
        this.cancellation = Place.Cancellation.here();
        this.activities = new Activities(request.facts());
        this.tracked = new Tracked(request.facts(), activities, isRoot(request));
        this.window = new Window(request.facts().limits(), agenda);
        this.stop = Stop.root(() -> agenda.post(window::releaseStopped));
        stop.onStop(window::stayOpen);
        cancellation.requested().thenApply(reason -> {
            agenda.post(window::stayOpen);
            return null;
        });
        Shelf shelf = new Shelf(library, activities);
        this.whole = shelf.pipeline(request.facts().digest(), spec);
        this.pipeline = whole.within(request.part().within());
        Carried carried = request.carried()
                .map(shelf::read)
                .map(datum -> Messages.decode(datum.json(), Carried.class))
                .orElse(Carried.nothing());
        this.state = new State(carried, Board.now());
        int size = request.part() instanceof Part.Whole ? pipeline.graph().size() : 1;
        this.board = new Board(request.facts(), listener, size, state.since());
        desk.open(this);
        this.main =
                request.part() instanceof Part.Slice slice ? new SliceMain(this, slice, shelf) : new PipelineMain(this);
    }

    private static boolean isRoot(RunRequest request) {
        return request.prefix().isEmpty() && request.part() instanceof Part.Whole;
    }

    boolean isRoot() {
        return isRoot(request);
    }

    Tracked tracked() {
        return tracked;
    }

    /** What a workflow does from its beginning to its end. */
    interface Main {
        Datum run();
    }

    Datum run() {
        return main.run();
    }

    /** Waits until the outcome is there; goes on in a new workflow when the history has grown long. */
    Outcome await(Holder outcome) {
        Workflow.newDetachedCancellationScope(() -> {
                    while (!isOver(outcome)) {
                        Workflow.await(() -> isOver(outcome) || isToShow());
                        if (board.isChanged()) {
                            board.publish();
                        }
                    }
                })
                .run();
        agenda.fault().ifPresent(fault -> {
            throw fault;
        });
        if (!outcome.isThere()) {
            new Continuation(this).go();
        }
        return outcome.get();
    }

    private boolean isOver(Holder outcome) {
        return outcome.isThere() || agenda.fault().isPresent() || window.isToContinue();
    }

    /** At the end of a workflow task, and now and then in one that takes long: not after each of a thousand functions. */
    private boolean isToShow() {
        return board.isStale() || (board.isChanged() && !window.hasLocalUnderWay());
    }

    /** Where an outcome is put. */
    static final class Holder implements Consumer<Outcome> {
        private @Nullable Outcome outcome;

        @Override
        public void accept(Outcome ended) {
            outcome = ended;
        }

        boolean isThere() {
            return outcome != null;
        }

        Outcome get() {
            if (outcome == null) {
                throw new IllegalStateException("there is no outcome yet");
            }
            return outcome;
        }
    }

    /** Hands on the spec by reference, since every child would have it in its history. */
    void withStoredSpec(Consumer<Datum> then, Consumer<Fault> failed) {
        if (Reference.of(spec.json()).isPresent()) {
            then.accept(spec);
            return;
        }
        wantSpec.add(new Wanted(then, failed));
        if (wantSpec.size() > 1) {
            return;
        }
        Scope nowhere = Scope.of(NOTHING, pipeline.spec().input());
        new Lookups(this, new Place(nowhere, "", "", stop, cancellation))
                .inStore("store-spec", new Task.Store(spec), this::specStored, this::specNotStored);
    }

    private void specStored(Datum stored) {
        spec = stored;
        List<Wanted> wanted = List.copyOf(wantSpec);
        wantSpec.clear();
        wanted.forEach(each -> each.then().accept(stored));
    }

    private void specNotStored(Fault fault) {
        List<Wanted> wanted = List.copyOf(wantSpec);
        wantSpec.clear();
        wanted.forEach(each -> each.failed().accept(fault));
    }

    /** Somebody who waits for the spec to be stored. */
    private record Wanted(Consumer<Datum> then, Consumer<Fault> failed) {}

    List<String> within() {
        return request.part().within();
    }

    String childId(String name) {
        return Workflow.getInfo().getWorkflowId() + "." + name;
    }

    /** A path as part of an id, which must hold no slash. */
    static String idPart(String path) {
        return path.replace("[", "-").replace("]", "").replace("/", ".");
    }

    RunRequest request() {
        return request;
    }

    Datum spec() {
        return spec;
    }

    RunFacts facts() {
        return request.facts();
    }

    CompiledPipeline pipeline() {
        return pipeline;
    }

    Script script() {
        return script;
    }

    Agenda agenda() {
        return agenda;
    }

    Window window() {
        return window;
    }

    Activities activities() {
        return activities;
    }

    Approvals approvals() {
        return approvals;
    }

    Steps steps() {
        return steps;
    }

    State state() {
        return state;
    }

    Board board() {
        return board;
    }

    Stop stop() {
        return stop;
    }

    Place.Cancellation cancellation() {
        return cancellation;
    }
}

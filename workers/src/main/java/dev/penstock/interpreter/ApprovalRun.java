package dev.penstock.interpreter;

import dev.penstock.engine.Answer;
import dev.penstock.engine.Carried;
import dev.penstock.engine.Script;
import dev.penstock.engine.Spent;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Vote;
import dev.penstock.engine.Votes;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.spec.Words;
import dev.penstock.value.Datum;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until enough people approve of a value, one refuses, or the time is up. */
final class ApprovalRun {

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Steps.Step step;
    private final Execution run;
    private final Votes rules;
    private final List<Vote> votes = new ArrayList<>();
    private Instant since = Instant.EPOCH;
    private @Nullable Datum value;
    private @Nullable Waiting clock;

    ApprovalRun(Steps.Step step) {
        this.step = step;
        this.run = step.run();
        this.rules = Votes.of(step.node(), run.facts());
    }

    void start(Node.Approval approval) {
        step.lookups().one(approval.value(), found -> ask(approval, found), step::fail);
    }

    private void ask(Node.Approval approval, Datum found) {
        value = found;
        Optional<Carried.Open> before = run.state().open(step.path());
        since = run.state().clock(step.path()).orElse(Board.now());
        before.ifPresent(open -> votes.addAll(rules.counted(open.votes())));
        remember();
        Optional<Duration> limit = approval.setting(Setting.Within.class).map(Setting.Within::limit);
        Duration wait = limit.orElse(NEVER);
        run.board().begins(approval, step.path(), StepState.WAITING, 0, note(approval), Optional.empty());
        run.approvals().open(step.path(), this);
        Waiting waiting = new Waiting(
                run,
                step.place(),
                wait.minus(Duration.between(since, Board.now())),
                "approval by %s%s"
                        .formatted(
                                approval.approvers(),
                                limit.map(within -> " within " + Words.of(within))
                                        .orElse("")));
        clock = waiting;
        waiting.start(end -> {
            run.approvals().close(step.path());
            switch (end) {
                case ELAPSED ->
                    reject("Nobody approved of it within %s; %s was asked."
                            .formatted(Words.of(wait), approval.approvers()));
                case STOPPED -> step.giveUp();
                case CANCELLED -> step.fail(Waiting.cancelled());
            }
        });
        for (Script.Scripted answer : run.script().answers(approval.name(), step.path())) {
            script(answer);
        }
    }

    private void script(Script.Scripted answer) {
        step.place()
                .cancellation()
                .issue(() -> Workflow.newTimer(answer.after()))
                .handle((nothing, failure) -> {
                    if (failure == null && run.approvals().isOpen(step.path())) {
                        run.agenda()
                                .post(() -> answer(
                                        new Answer(step.path(), answer.by(), answer.approves(), answer.comment())));
                    }
                    return null;
                });
    }

    private String note(Node.Approval approval) {
        return "waits for %s, %s of %s approved".formatted(approval.approvers(), votes.size(), rules.needed());
    }

    /** Why this answer is not taken; nothing where it is. */
    Optional<String> refusal(Answer answer) {
        return rules.refusal(answer, votes);
    }

    /** Takes an answer that is not refused; says what follows from it. */
    String answer(Answer answer) {
        votes.add(new Vote(answer.by(), answer.approves(), Board.now(), answer.comment()));
        if (!answer.approves()) {
            close();
            reject("%s refused%s"
                    .formatted(
                            answer.by(), answer.comment().map(why -> ": " + why).orElse(".")));
            return "The step \"%s\" is refused, and the run is rejected."
                    .formatted(step.node().name());
        }
        if (votes.size() < rules.needed()) {
            remember();
            run.board().changes(step.path(), StepState.WAITING, note((Node.Approval) step.node()));
            return "%s of %s approvals are there.".formatted(votes.size(), rules.needed());
        }
        close();
        Datum approved = Votes.evidence(value == null ? Execution.NOTHING : value, votes);
        step.lookups().kept(approved, kept -> step.succeed(kept, 0), step::fail);
        return "The step \"%s\" is approved.".formatted(step.node().name());
    }

    private void close() {
        run.approvals().close(step.path());
        if (clock != null) {
            clock.abandon();
        }
    }

    private void reject(String reason) {
        Fault fault = new Fault(FaultKind.REJECTED, reason, Optional.empty(), Optional.empty(), true, false);
        step.fail(StepFailure.of(step.node(), step.path(), 1, fault));
    }

    private void remember() {
        run.state()
                .opened(
                        step.path(),
                        new Carried.Open(
                                since, Spent.nothing(), Optional.empty(), Optional.empty(), Optional.empty(), votes));
    }
}

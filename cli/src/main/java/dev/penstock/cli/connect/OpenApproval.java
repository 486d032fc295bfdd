package dev.penstock.cli.connect;

import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import dev.penstock.runs.Runs;
import java.util.ArrayList;
import java.util.List;

/** An approval that is waited for, and the workflow that waits: the run's own or a child's. */
public record OpenApproval(String workflow, String path, String name, String note) {

    private static final int MOST_WORKFLOWS = 500;

    /** All of a run. */
    public static List<OpenApproval> of(Runs runs, String run) {
        List<OpenApproval> open = new ArrayList<>();
        List<String> workflows = new ArrayList<>(List.of(run));
        for (int i = 0; i < workflows.size() && i < MOST_WORKFLOWS; i++) {
            String workflow = workflows.get(i);
            for (StepStatus step : steps(runs, workflow, i == 0)) {
                if (step.kind().equals("approval") && step.state() == StepState.WAITING) {
                    open.add(new OpenApproval(workflow, step.path(), step.name(), step.note()));
                }
                step.workflow()
                        .filter(child -> !step.state().isEnd() && !step.kind().equals("workflow"))
                        .ifPresent(workflows::add);
            }
        }
        return open;
    }

    private static List<StepStatus> steps(Runs runs, String workflow, boolean isRun) {
        try {
            return runs.status(workflow).steps();
        } catch (RuntimeException e) {
            if (isRun) {
                throw e;
            }
            // A child that has ended meanwhile waits for nothing.
            return List.of();
        }
    }

    public boolean isMeantBy(String step) {
        return step.equals(path) || step.equals(name);
    }
}

package dev.penstock.testing.run;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.ChildWorkflowOptions;
import java.util.Set;

/** Sends child workflows for which something stands in to the worker that has it. */
final class ChildStandIns extends WorkerInterceptorBase {

    static final String QUEUE = "penstock-stand-ins";

    private final Set<String> steps;

    ChildStandIns(Set<String> steps) {
        this.steps = steps;
    }

    /** The step of a child, whose id ends with it. */
    static String step(String workflow) {
        return workflow.substring(workflow.lastIndexOf('.') + 1);
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor calls) {
                super.init(new Redirection(calls));
            }
        };
    }

    private final class Redirection extends WorkflowOutboundCallsInterceptorBase {

        Redirection(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public <R> ChildWorkflowOutput<R> executeChildWorkflow(ChildWorkflowInput<R> child) {
            if (!steps.contains(step(child.getWorkflowId()))) {
                return super.executeChildWorkflow(child);
            }
            ChildWorkflowOptions options = ChildWorkflowOptions.newBuilder(child.getOptions())
                    .setTaskQueue(QUEUE)
                    .build();
            return super.executeChildWorkflow(new ChildWorkflowInput<>(
                    child.getWorkflowId(),
                    child.getWorkflowType(),
                    child.getResultClass(),
                    child.getResultType(),
                    child.getArgs(),
                    options,
                    child.getHeader()));
        }
    }
}

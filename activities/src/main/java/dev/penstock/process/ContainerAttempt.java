package dev.penstock.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.contract.Ending;
import dev.penstock.contract.Exchange;
import dev.penstock.contract.InputFolder;
import dev.penstock.contract.OutputFolder;
import dev.penstock.contract.Reason;
import dev.penstock.contract.Rejection;
import dev.penstock.contract.StepTypes;
import dev.penstock.contract.Verdict;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.room.Capacity;
import dev.penstock.room.Room;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepTask.ContainerTask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One attempt of a step, from its inputs to its outputs. */
final class ContainerAttempt {

    private final ProcessRunner runner;
    private final ProcessSettings settings;
    private final ContainerTask task;
    private final StepAttempt attempt;
    private final String step;
    private final ProgressReport report;

    ContainerAttempt(ProcessRunner runner, ContainerTask task, StepAttempt attempt) {
        this.runner = runner;
        this.settings = runner.settings();
        this.task = task;
        this.attempt = attempt;
        this.step = attempt.path().substring(attempt.path().lastIndexOf('/') + 1);
        this.report = new ProgressReport(attempt, runner.listener());
    }

    JsonNode run() throws IOException, InterruptedException {
        Workspace workspace = Workspace.of(settings.home(), attempt);
        workspace.clear(settings.grace());
        boolean done = false;
        try {
            JsonNode result = run(workspace);
            done = true;
            workspace.forgetCheckpoint();
            return result;
        } finally {
            if (done || !settings.keepsWork()) {
                workspace.remove();
            }
        }
    }

    private JsonNode run(Workspace workspace) throws IOException, InterruptedException {
        Context context = runner.contexts().find(task.container().image());
        StepCommand command = StepCommand.of(task.container(), context);
        Map<String, String> variables =
                new TreeMap<>(Variables.of(step, task.container().environment(), settings.environment()));
        variables.putIfAbsent("PATH", settings.path());
        Optional<Path> python = python(context, command, variables);
        Ending ending = withRoom(() -> run(workspace, context, command, python, variables));
        Optional<Fault> fault = Verdict.of(step, ending, Reason.in(workspace.out()));
        if (fault.isPresent()) {
            Fault told = DiskFault.instead(fault.get(), workspace.attempt(), settings.home());
            throw new FaultException(Rejection.withReports(told, task, workspace.out(), runner.store()));
        }
        return OutputFolder.read(step, task, workspace.out(), runner.store());
    }

    /** Waiting is none of the time that the step may take, and what it waits for is said as its progress. */
    private Ending withRoom(Room.Work<Ending> work) throws IOException, InterruptedException {
        Capacity asks =
                Capacity.asked(task.container().resources(), task.placement().memory());
        attempt.rests();
        return runner.room().during(asks, report::says, () -> {
            attempt.goesOn();
            return work.run();
        });
    }

    private Ending run(
            Workspace workspace,
            Context context,
            StepCommand command,
            Optional<Path> python,
            Map<String, String> variables)
            throws IOException, InterruptedException {
        ObjectNode values = InputFolder.values(task, attempt);
        Exchange exchange = workspace.create("%s %s %s".formatted(context.image(), command.words(), values));
        InputFolder.write(task, values, runner.store(), exchange.in());
        variables.putAll(exchange.variables(attempt.run(), attempt.path(), attempt.number()));
        variables.put(
                StepTypes.VARIABLE,
                StepTypes.of(task.inputs(), task.output(), task.types()).variable());
        Child.Order order = new Child.Order(
                command.started(python, variables.getOrDefault("PATH", settings.path())),
                context.folder(),
                variables,
                Optional.of(workspace.mark()));
        return run(workspace, exchange, order);
    }

    private Ending run(Workspace workspace, Exchange exchange, Child.Order order)
            throws IOException, InterruptedException {
        try (OutputLog log = OutputLog.open(workspace.log(), settings.mostLogBytes())) {
            ProcessWatch watch = new ProcessWatch(settings, MemoryLimit.of(task), log, report, exchange.progress());
            return watch.run(order, workspace.attempt(), runner.running());
        }
    }

    /** The Python of the context's environment, which the step finds as the first of its PATH. */
    private Optional<Path> python(Context context, StepCommand command, Map<String, String> variables)
            throws IOException, InterruptedException {
        if (!context.hasRequirements() && !command.isPython()) {
            return Optional.empty();
        }
        Python base = runner.pythons().find(context.image());
        variables.putIfAbsent("PYTHONUNBUFFERED", "1");
        variables.putIfAbsent("PYTHONPYCACHEPREFIX", settings.compiled().toString());
        if (!context.hasRequirements()) {
            return Optional.of(base.executable());
        }
        Environment environment = runner.environments().of(context, base, report::says);
        variables.put("VIRTUAL_ENV", environment.folder().toString());
        variables.merge("PATH", environment.programs().toString(), (path, first) -> first + File.pathSeparator + path);
        return Optional.of(environment.python());
    }
}

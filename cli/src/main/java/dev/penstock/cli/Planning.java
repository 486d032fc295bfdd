package dev.penstock.cli;

import dev.penstock.check.Platform;
import dev.penstock.check.Validation;
import dev.penstock.cli.document.NewFile;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.find.Targets;
import dev.penstock.cli.output.Json;
import dev.penstock.cli.params.Given;
import dev.penstock.cli.params.RunInput;
import dev.penstock.cli.plan.Plan;
import dev.penstock.cli.plan.PlanText;
import dev.penstock.cli.profile.Profiles;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.problem.Problems;
import java.util.Optional;

/** Makes a plan and shows it, or everything that speaks against it. */
record Planning(Shell shell, Given given, Optional<String> profile, Optional<String> config, boolean json) {

    int plan(Optional<String> name, Optional<String> specFile) {
        Problems problems = new Problems();
        try (Targets targets = shell.targets()) {
            Optional<Platform> platform =
                    Profiles.read(profile, config, shell.directory(), problems).platform();
            Optional<Target> target = resolve(targets, name, problems);
            Optional<Plan> plan = target.flatMap(found -> plan(found, platform, problems));
            problems.throwIfAny();
            specFile.ifPresent(file -> write(target.orElseThrow(), file));
            show(plan.orElseThrow());
        }
        return ExitCode.DONE;
    }

    private static Optional<Target> resolve(Targets targets, Optional<String> name, Problems problems) {
        try {
            return Optional.of(targets.resolve(name));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<Plan> plan(Target target, Optional<Platform> platform, Problems problems) {
        RunInput input = Inputs.read(target, given, shell.directory(), problems);
        platform.ifPresent(place -> problems.addAll(Validation.on(target.spec(), place)));
        return platform.map(place -> Plan.of(target, input, place.name()));
    }

    private void write(Target target, String file) {
        NewFile.write(shell.directory().resolve(file), file, target.spec().toJson());
        shell.err().println("Wrote %s.".formatted(file));
    }

    private void show(Plan plan) {
        shell.out().print(json ? Json.of(plan) : PlanText.of(plan, shell.style(), shell.width()));
    }
}

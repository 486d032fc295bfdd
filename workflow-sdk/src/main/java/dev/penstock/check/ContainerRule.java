package dev.penstock.check;

import dev.penstock.container.Container;
import dev.penstock.container.Distribution;
import dev.penstock.container.Quantity;
import dev.penstock.container.Resources;
import dev.penstock.container.Variable;
import dev.penstock.problem.Code;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Node;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A container has an image, asks for amounts that exist, and holds no handle where only a value can be meant. */
final class ContainerRule {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HANDLE = Pattern.compile("⟦([^⟧]*)⟧");

    private final Node.RunContainer node;
    private final Problems problems;

    ContainerRule(Node.RunContainer node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    void check() {
        Container container = node.container();
        String image = HANDLE.matcher(container.image()).replaceAll("handle");
        need(
                !image.isBlank() && image.chars().noneMatch(Character::isWhitespace),
                "\"%s\" is no image.".formatted(image),
                "Name a build context such as \"iris/train\", or an image reference.");
        container
                .environment()
                .keySet()
                .forEach(name -> need(
                        VARIABLE.matcher(name).matches(),
                        "\"%s\" is no name of a variable.".formatted(name),
                        "Use letters, digits and underscores."));
        container.distributed().ifPresent(gang -> gang(gang, container.resources()));
        container
                .serviceAccount()
                .ifPresent(account -> need(
                        !account.isBlank(), "The service account has no name.", "Leave it out for the default one."));
        resources(container.resources());
        container.pools().forEach(pool -> need(!pool.isBlank(), "A pool has no name.", "Name a configured pool."));
        container.environment().forEach(this::secret);
        texts(container).forEach(this::noHandle);
    }

    private void resources(Resources resources) {
        need(
                resources.cpu().orElse(1.0) > 0
                        && Double.isFinite(resources.cpu().orElse(1.0)),
                "cpu must be above zero.",
                "0.5 is half a processor.");
        need(resources.gpus().orElse(0) >= 0, "The number of GPUs is negative.", "Leave gpu() out for none.");
        need(
                !resources.gpuKind().orElse("any").isBlank(),
                "The kind of GPU has no name.",
                "Leave it out for any kind.");
        quantity("memory", resources.memory());
        quantity("disk", resources.disk());
        quantity("sharedMemory", resources.sharedMemory());
    }

    private void secret(String name, Variable variable) {
        if (variable instanceof Variable.FromSecret from) {
            need(
                    !from.secret().name().isBlank() && !from.secret().key().isBlank(),
                    "The secret for %s has no name or key.".formatted(name),
                    "Write secret(\"name\", \"key\").");
        }
    }

    private void gang(Distribution gang, Resources resources) {
        need(
                gang.nodes() > 0 && gang.gpusEach() >= 0,
                "A gang needs at least one node.",
                "distributed(4, 8) is four nodes of eight GPUs.");
        resources
                .gpus()
                .filter(gpus -> gpus != gang.gpusEach())
                .ifPresent(gpus -> need(
                        false,
                        "gpu(%s) and distributed(%s, %s) disagree on the GPUs of a node."
                                .formatted(gpus, gang.nodes(), gang.gpusEach()),
                        "Give both the same number, or leave gpu() out."));
    }

    private void quantity(String what, Optional<String> given) {
        given.ifPresent(text -> need(
                Quantity.bytes(text).isPresent(),
                "\"%s\" is no amount of %s.".formatted(text, what),
                "Write it like \"512Mi\" or \"16Gi\"."));
    }

    private static Stream<String> texts(Container container) {
        Stream<String> literals = container.environment().values().stream()
                .flatMap(variable ->
                        variable instanceof Variable.Literal literal ? Stream.of(literal.value()) : Stream.empty());
        return Stream.of(Stream.of(container.image()), container.command().stream(), literals)
                .flatMap(part -> part);
    }

    private void noHandle(String text) {
        need(
                !HANDLE.matcher(text).find(),
                "A handle is part of the text \"%s\"."
                        .formatted(HANDLE.matcher(text).replaceAll("<$1>")),
                "Values reach a container as inputs: read it from inputs.json there.");
    }

    private void need(boolean holds, String message, String remedy) {
        if (!holds) {
            problems.add(
                    Code.INVALID_CONTAINER,
                    node.at().toString(),
                    "In \"%s\": %s".formatted(node.name(), message),
                    remedy);
        }
    }
}

package dev.penstock.cli;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code penstock worker}: works for runs until told to end. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Work for the runs of pipelines until told to end.",
        footer = {
            "",
            "On SIGTERM or Ctrl-C it takes no new work, lets what is at work end, and ends.",
            "",
            "Examples:",
            "  penstock worker",
            "  penstock worker app.jar --target temporal.example.com:7233 --port 8080"
        })
final class WorkerCommand implements Callable<Integer> {

    private final Root root;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "Jars, folders or names of pipelines; by default all that are known.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Where /healthz and /readyz answer; by default nowhere.")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "On which address.")
    private String host = "";

    WorkerCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<InetSocketAddress> health =
                port == 0 ? Optional.empty() : Optional.of(new InetSocketAddress(host, port));
        return new Working(root.shell(), server.choice(), health).work(targets);
    }
}

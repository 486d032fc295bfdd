package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Odd;
import dev.penstock.examples.hello.Hello;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code penstock dev} in a process of its own, with the real server under it. */
final class DevIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsRunsFromOneStartToTheNext() throws Exception {
        Call call = Call.in(folder).with(new Hello(), new Odd.Moody());
        try (Started dev = Started.in(folder, "dev")) {
            dev.await("server");
            Assertions.assertThat(dev.await("ui")).contains("http://127.0.0.1:");
            dev.await("Ready");
            assertThat(call.run("run", "hello", "--input", "Ada", "--name", "first"))
                    .succeeded()
                    .prints("Hello, Ada!")
                    .complains("dev: on this machine");
            endGracefully(dev);
        }
        try (Started again = Started.in(folder, "dev")) {
            again.await("Ready");
            assertThat(call.run("list", "--target", "dev")).succeeded().prints("first hello succeeded");
            endGracefully(again);
        }
    }

    @Test
    void sharesTheServerWithAnotherThatIsThere() throws Exception {
        Call call = Call.in(folder).with(new Hello());
        try (Started first = Started.in(folder, "dev")) {
            String server = first.await("server");
            first.await("Ready");
            try (Started second = Started.in(folder, "dev")) {
                Assertions.assertThat(second.await("server")).isEqualTo(server);
                second.await("Ready");
                endGracefully(second);
            }
            assertThat(call.run("run", "hello", "--input", "Bo", "--target", "dev"))
                    .succeeded()
                    .prints("Hello, Bo!");
            endGracefully(first);
        }
    }

    @Test
    void leavesNoServerBehindWhenItIsEndedWhileTheServerStarts() throws Exception {
        try (Started dev = Started.in(folder, "dev")) {
            ProcessHandle server = dev.awaitChild("start-dev");
            dev.signal("TERM");
            dev.end();
            server.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static void endGracefully(Started dev) throws Exception {
        dev.signal("INT");
        dev.await("The worker has ended.");
        Assertions.assertThat(dev.end()).isZero();
    }
}

package dev.penstock.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommitTest {

    private static final String FIRST = "1".repeat(40);
    private static final String SECOND = "2".repeat(40);

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Path jar() throws IOException {
        write("target/app.jar", "");
        return folder.resolve("target/app.jar");
    }

    @Test
    void readsTheBranchThatIsCheckedOut() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", FIRST + "\n");
        write(".git/packed-refs", "# pack-refs\n%s refs/heads/main\n".formatted(SECOND));
        assertThat(SourceCommit.around(jar())).contains(FIRST);
    }

    @Test
    void readsAPackedBranchAndACommitWithoutABranch() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs\n%s refs/heads/other-main\n%s refs/heads/main\n".formatted(FIRST, SECOND));
        assertThat(SourceCommit.around(jar())).contains(SECOND);
        write(".git/HEAD", FIRST + "\n");
        assertThat(SourceCommit.around(jar())).contains(FIRST);
    }

    @Test
    void followsAWorktree() throws IOException {
        write("all/.git/refs/heads/topic", SECOND);
        write("all/.git/worktrees/topic/HEAD", "ref: refs/heads/topic\n");
        write("all/.git/worktrees/topic/commondir", "../..\n");
        write(".git", "gitdir: all/.git/worktrees/topic\n");
        assertThat(SourceCommit.around(jar())).contains(SECOND);
    }

    @Test
    void tellsNothingOfWhatItCannotRead() throws IOException {
        write(".git/HEAD", "ref: refs/heads/unborn\n");
        assertThat(SourceCommit.around(jar())).isEmpty();
        write(".git/HEAD", "who knows");
        assertThat(SourceCommit.around(jar())).isEmpty();
        write("below/.git", "");
        assertThat(SourceCommit.around(folder.resolve("below/app.jar"))).isEmpty();
    }

    @Test
    void believesTheBuild() {
        assertThat(SourceCommit.of(SourceCommitTest.class, Map.of(SourceCommit.VARIABLE, " v1.2-dirty ")))
                .contains("v1.2-dirty");
    }
}

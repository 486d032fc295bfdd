package dev.penstock.process;

import dev.penstock.fault.FaultException;
import dev.penstock.step.ContextDigests;
import dev.penstock.store.FolderDigest;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows images by their build contexts, without what tools leave there when the code runs. */
public record BuildContexts(Contexts contexts) implements ContextDigests {

    private static final Pattern LEFT = Pattern.compile(
            "(.*/)?(__pycache__|\\.git|\\.venv|\\.pytest_cache|\\.mypy_cache|\\.ruff_cache|\\.DS_Store)(/.*)?");

    @Override
    public Optional<String> of(String image) {
        Optional<String> pinned = ContextDigests.pinned().of(image);
        if (pinned.isPresent()) {
            return pinned;
        }
        try {
            return Optional.of(FolderDigest.of(
                    contexts.find(image).folder(), path -> !LEFT.matcher(path).matches()));
        } catch (IOException | FaultException e) {
            // The runner will say what is wrong with it.
            return Optional.empty();
        }
    }
}

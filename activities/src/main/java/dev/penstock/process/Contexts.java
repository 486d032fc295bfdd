package dev.penstock.process;

import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the build contexts of images: in folders, else among the resources of the application. */
public final class Contexts {

    /** Where resources of an application are build contexts. */
    public static final String RESOURCES = "containers/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    private final List<Path> roots;
    private final PackedContexts packed;

    public Contexts(ProcessSettings settings) {
        this.roots = settings.roots();
        this.packed = new PackedContexts(settings.application(), settings.contexts());
    }

    /** The build context; a {@link FaultException} that says where it was looked for. */
    public Context find(String image) throws IOException {
        List<String> looked = new ArrayList<>();
        if (NAME.matcher(image).matches()) {
            for (Path root : roots) {
                Path folder = root.resolve(image).toAbsolutePath().normalize();
                if (Files.isDirectory(folder)) {
                    return new Context(image, folder);
                }
                looked.add(folder.toString());
            }
            Optional<Path> found = packed.find(RESOURCES + image + "/");
            if (found.isPresent()) {
                return new Context(image, found.get());
            }
            looked.add("the resources %s%s of the application".formatted(RESOURCES, image));
        }
        throw new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                looked.isEmpty()
                        ? "\"%s\" is a reference to an image, which cannot run as a process.".formatted(image)
                        : "There is no build context of the image \"%s\". Looked for: %s."
                                .formatted(image, String.join(", ", looked)),
                "Give the step's container the name of a folder with its code, or choose a profile with"
                        + " \"runner: kubernetes\"."));
    }
}

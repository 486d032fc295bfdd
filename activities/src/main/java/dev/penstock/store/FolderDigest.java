package dev.penstock.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says what is in a folder without keeping it. */
public final class FolderDigest {

    private FolderDigest() {}

    /** The digest that the folder would have as an artifact, of the files whose paths count. */
    public static String of(Path folder, Predicate<String> counts) throws IOException {
        List<FolderList.Item> items = new ArrayList<>();
        for (FolderFiles.Found found : FolderFiles.of(folder, counts)) {
            Fingerprint print = Fingerprint.of(found.file());
            items.add(
                    new FolderList.Item(found.path(), print.digest(), print.bytes(), Files.isExecutable(found.file())));
        }
        return Digests.of(new FolderList(items).json());
    }
}

package dev.penstock.cli.connect;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes of several applications at once; of two with one name, that of the first application. */
public final class Loaders extends ClassLoader {

    private final List<ClassLoader> all;

    private Loaders(List<ClassLoader> all) {
        super("applications", Loaders.class.getClassLoader());
        this.all = List.copyOf(all);
    }

    public static ClassLoader of(List<ClassLoader> all) {
        List<ClassLoader> distinct = all.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : new Loaders(distinct);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader loader : all) {
            Optional<Class<?>> found = load(loader, name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return all.stream()
                .map(loader -> Optional.ofNullable(loader.getResource(name)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (ClassLoader loader : all) {
            found.addAll(Collections.list(loader.getResources(name)));
        }
        return Collections.enumeration(found);
    }

    private static Optional<Class<?>> load(ClassLoader loader, String name) {
        try {
            return Optional.of(loader.loadClass(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}

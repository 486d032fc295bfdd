package dev.penstock.cli.find;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first part of a class file: what the class is called and what it is a subtype of. */
record ClassHeader(String name, boolean isAbstract, List<String> parents) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int ACC_ABSTRACT = 0x0400;
    private static final int ACC_MODULE = 0x8000;

    /** Nothing for bytes that are no class file, or one that describes a module. */
    static Optional<ClassHeader> read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt() != MAGIC) {
                return Optional.empty();
            }
            in.getInt();
            return read(in, new Constants(bytes, starts(in)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<ClassHeader> read(ByteBuffer in, Constants constants) {
        int access = unsigned(in);
        if ((access & ACC_MODULE) != 0) {
            return Optional.empty();
        }
        String name = constants.className(unsigned(in));
        List<String> parents = new ArrayList<>();
        int superclass = unsigned(in);
        if (superclass != 0) {
            parents.add(constants.className(superclass));
        }
        for (int left = unsigned(in); left > 0; left--) {
            parents.add(constants.className(unsigned(in)));
        }
        return Optional.of(new ClassHeader(name, (access & ACC_ABSTRACT) != 0, parents));
    }

    /** Walks over the constant pool and remembers where each entry begins. */
    private static int[] starts(ByteBuffer in) {
        int[] starts = new int[unsigned(in)];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = in.position();
            int tag = in.get();
            switch (tag) {
                case 1 -> skip(in, unsigned(in));
                case 7, 8, 16, 19, 20 -> skip(in, 2);
                case 15 -> skip(in, 3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(in, 4);
                case 5, 6 -> {
                    skip(in, 8);
                    // Long constants take two entries.
                    i++;
                }
                default -> throw new IllegalArgumentException("constant " + tag);
            }
        }
        return starts;
    }

    private static int unsigned(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }

    /** A constant pool, read where needed. */
    private static final class Constants {

        private final byte[] bytes;
        private final int[] starts;

        Constants(byte[] bytes, int[] starts) {
            this.bytes = bytes;
            this.starts = starts;
        }

        String className(int index) {
            int text = starts[unsigned(starts[index] + 1)];
            return new String(bytes, text + 3, unsigned(text + 1), StandardCharsets.UTF_8).replace('/', '.');
        }

        private int unsigned(int at) {
            return Byte.toUnsignedInt(bytes[at]) << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1]);
        }
    }
}

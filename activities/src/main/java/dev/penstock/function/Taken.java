package dev.penstock.function;

import dev.penstock.type.DataType;
import dev.penstock.type.TypeReader;
import dev.penstock.type.Types;
import java.lang.reflect.Type;

/** A Java type as a type of values, with the definitions of the records in it. */
record Taken(DataType type, Types types) {

    static Taken of(Type type) {
        TypeReader reader = new TypeReader();
        DataType read = reader.read(type);
        return new Taken(read, reader.types());
    }
}

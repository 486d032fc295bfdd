package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which records belong to which sealed families. */
final class Families {

    private Families() {}

    /** The records of a sealed family, those of sealed members included, in their declared order. */
    static List<Type> members(Class<?> family, Type type) {
        List<Type> members = new ArrayList<>();
        collect(family, type, members);
        Set<String> tags = new HashSet<>();
        for (Type member : members) {
            String tag = Generics.raw(member).getSimpleName();
            if (!tags.add(tag)) {
                throw Unsupported.sameTag(family, tag);
            }
        }
        return members;
    }

    private static void collect(Class<?> family, Type type, List<Type> into) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            Type resolved = Generics.asSubtype(member, family, type);
            if (member.isSealed() && !member.isEnum()) {
                collect(member, resolved, into);
            } else if (member.isRecord() && !Artifact.class.isAssignableFrom(member)) {
                into.add(resolved);
            } else {
                throw Unsupported.member(family, member);
            }
        }
    }

    /** Whether values of this record carry a tag, since somebody may know them by their family only. */
    static boolean isMember(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed() || isMember(parent)) {
                return true;
            }
        }
        return false;
    }
}

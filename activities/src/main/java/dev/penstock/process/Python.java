package dev.penstock.process;

import java.nio.file.Path;

/**
 * A Python of this machine.
 *
 * @param version such as {@code 3.12.4}
 * @param build what compiled packages must fit, such as {@code cpython-312-linux-x86_64}
 * @param installs whether its pip can install into other environments, as those since 22.3 can
 */
record Python(Path executable, String version, String build, boolean installs) {}

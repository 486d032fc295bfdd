/** Runs container steps as processes of this machine, each in the environment that its build context asks for. */
@NullMarked
package dev.penstock.process;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.process;

import org.jspecify.annotations.NullMarked;

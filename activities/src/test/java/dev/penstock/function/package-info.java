@NullMarked
package dev.penstock.function;

import org.jspecify.annotations.NullMarked;

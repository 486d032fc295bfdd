@NullMarked
package dev.penstock.cli.output;

import org.jspecify.annotations.NullMarked;

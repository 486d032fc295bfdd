@NullMarked
package dev.penstock.cli.params;

import org.jspecify.annotations.NullMarked;

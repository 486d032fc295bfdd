@NullMarked
package dev.penstock.cli.stubs;

import org.jspecify.annotations.NullMarked;

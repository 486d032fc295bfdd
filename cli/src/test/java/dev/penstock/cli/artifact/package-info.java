@NullMarked
package dev.penstock.cli.artifact;

import org.jspecify.annotations.NullMarked;

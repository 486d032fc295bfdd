@NullMarked
package dev.penstock.cli.find;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.cli.document;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.penstock.cli.report;

import org.jspecify.annotations.NullMarked;

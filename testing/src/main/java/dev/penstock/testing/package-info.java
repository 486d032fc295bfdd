/** Tests what pipelines are, without running them: assertions on specs, golden files, generated specs. */
@NullMarked
package dev.penstock.testing;

import org.jspecify.annotations.NullMarked;

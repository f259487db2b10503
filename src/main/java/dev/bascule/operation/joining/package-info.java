/** Planning and judging of members that join a cluster. Pure. */
@NullMarked
package dev.bascule.operation.joining;

import org.jspecify.annotations.NullMarked;

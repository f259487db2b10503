/** Planning and judging of who leads: switchover and the cancelling of a scheduled one. Pure. */
@NullMarked
package dev.bascule.operation.role;

import org.jspecify.annotations.NullMarked;

/** Planning and judging of members that leave a cluster, for a while or for good. Pure. */
@NullMarked
package dev.bascule.operation.leaving;

import org.jspecify.annotations.NullMarked;

/** What programs read of the changes: requests, their votes, what was sent and what came of it. */
@NullMarked
package dev.bascule.operation.web;

import org.jspecify.annotations.NullMarked;

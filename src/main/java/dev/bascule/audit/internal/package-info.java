/** How the audit log is kept: the chain, its search and its check by plain SQL. */
@NullMarked
package dev.bascule.audit.internal;

import org.jspecify.annotations.NullMarked;

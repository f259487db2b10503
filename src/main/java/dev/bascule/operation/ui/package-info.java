/**
 * The pages of changes: the lists, the rehearsal sheet, and the form that asks for a switchover.
 */
@NullMarked
package dev.bascule.operation.ui;

import org.jspecify.annotations.NullMarked;

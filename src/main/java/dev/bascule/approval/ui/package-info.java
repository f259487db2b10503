/** The page of the approval policies. */
@NullMarked
package dev.bascule.approval.ui;

import org.jspecify.annotations.NullMarked;

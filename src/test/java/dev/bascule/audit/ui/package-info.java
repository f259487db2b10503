/** Tests of the audit page. */
@NullMarked
package dev.bascule.audit.ui;

import org.jspecify.annotations.NullMarked;

/** The page that searches the audit log, shows an entry, checks the chain and exports. */
@NullMarked
package dev.bascule.audit.ui;

import org.jspecify.annotations.NullMarked;

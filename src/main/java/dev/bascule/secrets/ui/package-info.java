/** What pages say while the vault is locked. */
@NullMarked
package dev.bascule.secrets.ui;

import org.jspecify.annotations.NullMarked;

/** What programs read of the audit log, as JSON. */
@NullMarked
package dev.bascule.audit.web;

import org.jspecify.annotations.NullMarked;

/** Tests of the audit log's API. */
@NullMarked
package dev.bascule.audit.web;

import org.jspecify.annotations.NullMarked;

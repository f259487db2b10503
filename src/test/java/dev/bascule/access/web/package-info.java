/** Tests of how programs are told what they may not do. */
@NullMarked
package dev.bascule.access.web;

import org.jspecify.annotations.NullMarked;

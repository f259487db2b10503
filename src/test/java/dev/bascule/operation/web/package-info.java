@NullMarked
package dev.bascule.operation.web;

import org.jspecify.annotations.NullMarked;

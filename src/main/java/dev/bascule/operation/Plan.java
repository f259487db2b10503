package dev.bascule.operation;

import dev.bascule.approval.PlanHash;

/**
 * An operation thought through against what is: its sheet, and what an agreement binds to.
 *
 * @param fence the facts that it depends on
 * @param hash of the operation with its parameters, the commands with their ordered hosts, and the
 *     fence; of nothing else
 */
public record Plan(Operation operation, Sheet sheet, Fence fence, PlanHash hash) {}

package dev.bascule.operation;

import java.util.UUID;

/**
 * A piece of what a program wrote: untrusted text.
 *
 * @param number from 1, without gaps, within its step
 * @param error whether it came from standard error
 */
public record TranscriptLine(UUID step, long number, boolean error, String text) {}

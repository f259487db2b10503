package dev.bascule.operation.ui;

/**
 * What somebody has to type before something is asked for that can't be undone or may lose data.
 *
 * @param effect what can't be undone or may be lost
 * @param name what is typed
 */
record Typing(String effect, String name) {}

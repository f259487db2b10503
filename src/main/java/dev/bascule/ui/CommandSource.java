package dev.bascule.ui;

import java.util.List;

/** A bean that finds things and commands for the palette (Ctrl-K). */
public interface CommandSource {
  /**
   * What matches, best first.
   *
   * @param text what was typed, trimmed, at most 100 characters; matched literally
   * @param limit how many at most
   */
  List<Found> find(String text, int limit);

  /**
   * One line of the palette.
   *
   * @param label plain text in the person's language
   * @param kindKey translation key of what kind of thing it is
   * @param link a path inside the console without leading slash
   */
  record Found(String label, String kindKey, String link) {}
}

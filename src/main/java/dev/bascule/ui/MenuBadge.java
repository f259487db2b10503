package dev.bascule.ui;

/** A bean that puts a number beside an entry of the left navigation, for the person signed in. */
public interface MenuBadge extends Watched {
  /** The path of the menu entry it belongs to, as in its {@code @Route}. */
  String path();

  /** The number now; 0 shows nothing. Asked on the UI's thread: keep it cheap. */
  int count();

  /** The translation key that says what is counted, with the number as {0}. */
  String key();
}

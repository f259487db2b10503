package dev.bascule.ui;

import java.util.List;

/** A bean that fills the problems bell. Asked on the UI's thread: answer from memory. */
public interface ProblemSource extends Watched {
  /** Warnings and critical problems, gravest first; at most {@code limit}. */
  List<Problem> problems(int limit);

  /** How many there are in all, and how many of them critical. */
  Count count();

  /** Numbers for the bell. */
  record Count(int all, int critical) {}
}

package dev.bascule.operation.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.operation.TranscriptLine;
import dev.bascule.ssh.TerminalText;
import dev.bascule.ssh.TranscriptListener;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a step writes: kept in pieces as it comes, at most a mebibyte of it, and enough of it here
 * to be read when the program has ended. What the host hands over twice is kept once.
 */
final class Transcript implements TranscriptListener {
  private static final int LONGEST_PIECE = 4_000;
  private static final int MOST_KEPT = 1 << 20;
  private static final int MOST_READ = 64 << 10;
  private static final int LONGEST_LAST_LINE = 500;

  private final UUID step;
  private final Consumer<TranscriptLine> keeper;
  private final Stream out = new Stream();
  private final Stream error = new Stream();

  @GuardedBy("this")
  private long number;

  @GuardedBy("this")
  private int kept;

  /**
   * An empty one.
   *
   * @param keeper keeps a piece; may fail quietly, as the host still has it
   */
  Transcript(UUID step, Consumer<TranscriptLine> keeper) {
    this.step = step;
    this.keeper = keeper;
  }

  @Override
  public synchronized void output(boolean isError, long offset, String text) {
    String fresh = (isError ? error : out).fresh(offset, text);
    String shown = TerminalText.plain(fresh);
    for (int from = 0; from < shown.length(); ) {
      int to = end(shown, from);
      keep(isError, shown.substring(from, to));
      from = to;
    }
  }

  /** Where a piece ends: never within a character of two units, of which neither could be kept. */
  private static int end(String text, int from) {
    int to = Math.min(text.length(), from + LONGEST_PIECE);
    return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }

  @GuardedBy("this")
  private void keep(boolean isError, String piece) {
    if (kept >= MOST_KEPT) {
      return;
    }
    kept += piece.length();
    number++;
    keeper.accept(
        new TranscriptLine(step, number, isError, kept >= MOST_KEPT ? piece + "\n[…]" : piece));
  }

  /** From where the host is to go on with standard output. */
  synchronized long outOffset() {
    return out.offset;
  }

  /** From where the host is to go on with standard error. */
  synchronized long errorOffset() {
    return error.offset;
  }

  /** Standard output, as far as it is kept here. */
  synchronized String out() {
    return out.text.toString();
  }

  /** Standard error, as far as it is kept here. */
  synchronized String error() {
    return error.text.toString();
  }

  /** The last line that says something; the rows and borders of patronictl's tables don't. */
  synchronized String lastLine() {
    String all = out.text.isEmpty() ? error() : out();
    String last =
        TerminalText.plain(all)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("|") && !line.startsWith("+"))
            .reduce("", (before, line) -> line);
    return last.length() > LONGEST_LAST_LINE ? last.substring(0, LONGEST_LAST_LINE) : last;
  }

  /** One of the two, with its last chunk, from whose beginning the host is asked again. */
  private static final class Stream {
    private final StringBuilder text = new StringBuilder();
    private long offset;
    private String last = "";

    /** What of a chunk was not seen before. */
    private String fresh(long from, String chunk) {
      if (from < offset) {
        return "";
      }
      String fresh =
          from == offset && chunk.startsWith(last) ? chunk.substring(last.length()) : chunk;
      offset = from;
      last = chunk;
      if (text.length() < MOST_READ) {
        text.append(fresh, 0, Math.min(fresh.length(), MOST_READ - text.length()));
      }
      return fresh;
    }
  }
}

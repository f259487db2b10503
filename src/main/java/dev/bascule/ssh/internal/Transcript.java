package dev.bascule.ssh.internal;

import dev.bascule.ssh.TranscriptListener;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** One of a job's two outputs, as far as it was handed over. */
final class Transcript {
  private static final int LONGEST_CHARACTER = 4;

  private final boolean error;
  private final String field;
  private long offset;

  Transcript(boolean error, long offset) {
    this.error = error;
    this.field = error ? "err" : "out";
    this.offset = offset;
  }

  /** The next byte that is wanted. */
  long offset() {
    return offset;
  }

  /**
   * Hands over what is new, except a character that has only come in part.
   *
   * @param last whether no more will come
   * @return whether there is more already
   */
  boolean take(JsonNode answer, boolean last, TranscriptListener listener) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(answer.path(field).asString(""));
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    long size = answer.path(field + "Size").asLong(0);
    int whole = last && offset + bytes.length >= size ? bytes.length : whole(bytes);
    if (whole == 0) {
      return false;
    }
    listener.output(error, offset, new String(Arrays.copyOf(bytes, whole), StandardCharsets.UTF_8));
    offset += whole;
    return offset < size;
  }

  /** How many of these bytes don't begin a character that they don't end. */
  static int whole(byte[] bytes) {
    for (int back = 1; back <= Math.min(LONGEST_CHARACTER, bytes.length); back++) {
      int begin = bytes.length - back;
      int first = bytes[begin] & 0xff;
      if (first < 0x80) {
        return bytes.length;
      }
      if (first >= 0xc0) {
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        return length > back ? begin : bytes.length;
      }
    }
    return bytes.length;
  }
}

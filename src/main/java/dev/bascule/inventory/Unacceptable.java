package dev.bascule.inventory;

import java.util.List;

/**
 * What somebody gave can't be kept. Names the field and the reason by stable codes, which pages
 * translate ({@code inventory.unacceptable.<code>}); never holds a secret. Nothing was changed.
 */
public final class Unacceptable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String code;
  private final transient List<Object> args;

  /**
   * A refusal.
   *
   * @param field which of the given values, such as {@code name} or {@code key}
   * @param code why, such as {@code key.encrypted}
   * @param args for the text; plain and short
   */
  public Unacceptable(String field, String code, Object... args) {
    super(field + ": " + code + (args.length == 0 ? "" : " " + List.of(args)));
    this.field = field;
    this.code = code;
    this.args = List.of(args);
  }

  /** Which of the given values. */
  public String field() {
    return field;
  }

  /** Why, as a stable code. */
  public String code() {
    return code;
  }

  /** The arguments of the text. */
  public List<Object> args() {
    return args;
  }
}

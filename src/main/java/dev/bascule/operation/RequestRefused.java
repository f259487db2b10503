package dev.bascule.operation;

/** Something was not done, and why. Nothing was changed. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Why not. */
  public RequestRefused(Refusal refusal) {
    super("Refused: " + refusal.code());
    this.refusal = refusal;
  }

  /** With a sentence of its own. */
  public static RequestRefused because(Refusal.Code code, Phrase said) {
    return new RequestRefused(new Refusal(code, said));
  }

  /** With the code's own sentence. */
  public static RequestRefused because(Refusal.Code code, Fact... args) {
    String key = "operation.refused." + code.name().toLowerCase(java.util.Locale.ROOT);
    return because(code, Phrase.of(key, args));
  }

  /** Why not. */
  public Refusal refusal() {
    return refusal;
  }
}

package dev.bascule.patroni;

/**
 * A member's name exactly as it stands in the DCS. It may be hostile text; only a {@linkplain
 * #conforming() conforming} one may become part of a command or a link.
 */
public record MemberName(String value) implements Comparable<MemberName> {
  /** Refuses an empty name and one that is too long to be kept. */
  public MemberName {
    Names.checked(value);
  }

  /** Whether the name is {@code [A-Za-z0-9][A-Za-z0-9._-]{0,252}}. */
  public boolean conforming() {
    return Names.MEMBER.matcher(value).matches();
  }

  @Override
  public int compareTo(MemberName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

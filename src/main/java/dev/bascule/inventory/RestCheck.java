package dev.bascule.inventory;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.RestTrouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test of an identity towards Patroni's REST found, member by member. */
public record RestCheck(List<Member> members) {
  /** Copies. */
  public RestCheck {
    members = List.copyOf(members);
  }

  /**
   * One member. All three last parts are null when it answered.
   *
   * @param apiUrl as it publishes it; untrusted
   * @param refused why it was not asked at all
   * @param trouble why it gave no usable answer
   * @param detail more about that, for the curious
   */
  public record Member(
      ClusterId cluster,
      MemberName member,
      String apiUrl,
      RestAccess.@Nullable Reason refused,
      @Nullable RestTrouble trouble,
      @Nullable String detail) {
    /** Whether it answered as Patroni does. */
    public boolean works() {
      return refused == null && trouble == null;
    }
  }
}

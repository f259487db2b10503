package dev.bascule.ui;

import java.util.Optional;

/** The bean that tells the frame who is signed in. */
public interface PersonSource {
  /** Who is signed in on this session. */
  Optional<Person> current();

  /** Signs out the current session and leads to the sign-in page; on the UI's thread. */
  void signOut();

  /** The page of one's own account, a path inside the console; empty if there is none. */
  default String account() {
    return "";
  }

  /**
   * The person as the frame shows them.
   *
   * @param name plain text
   * @param role plain text in their language
   * @param landing where they start
   */
  record Person(String name, String role, Landing landing) {}

  /** The page on which a person starts. */
  enum Landing {
    /** Fleet, problems first: DBAs and viewers. */
    PROBLEMS("fleet"),
    /** Changes that wait for the person: approvers. */
    WAITING_FOR_ME("changes"),
    /** Reviews: managers. */
    REVIEWS("audit"),
    /** Administration. */
    ADMIN("admin/people");

    private final String path;

    Landing(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }
}

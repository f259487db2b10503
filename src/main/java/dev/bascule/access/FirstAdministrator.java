package dev.bascule.access;

/** Makes the first administrator, while there is nobody, with the code that the log shows. */
public interface FirstAdministrator {
  /** Whether there is nobody yet. */
  boolean isWanted();

  /**
   * Makes the first administrator.
   *
   * @param given the code as it was typed
   * @param address where the request came from
   * @return false if the code is wrong, or there is somebody already
   * @throws WeakPassword if the password is too easily guessed
   */
  boolean create(
      String given, PersonName name, String displayName, Password password, String address);
}

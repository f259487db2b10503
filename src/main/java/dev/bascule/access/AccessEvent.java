package dev.bascule.access;

import java.time.Instant;
import java.util.Set;

/**
 * What happens at the door, published on the thread and in the transaction in which it happens: a
 * listener that fails undoes it.
 */
public sealed interface AccessEvent {
  /** Who did it, or tried. */
  Actor actor();

  /** Somebody signed in. */
  record SignedIn(Actor actor) implements AccessEvent {}

  /**
   * Somebody was not let in.
   *
   * @param actor with the name that was given, cut to 64 characters
   * @param why a stable code: {@code wrong}, {@code locked}, {@code disabled}, {@code too-long}
   */
  record SignInRefused(Actor actor, String why) implements AccessEvent {}

  /**
   * An address may not try again for a while.
   *
   * @param account the name that was tried; empty when the address is locked for all names
   * @param until when it may try again
   */
  record Locked(Actor actor, String account, Instant until) implements AccessEvent {}

  /** Somebody signed out. */
  record SignedOut(Actor actor) implements AccessEvent {}

  /**
   * Somebody tried what they may not do.
   *
   * @param right what was missing
   * @param environment where; empty if it belongs to none
   * @param doing what was tried, a stable dotted code
   */
  record Refused(Actor actor, Right right, String environment, String doing)
      implements AccessEvent {}

  /** A person was made. */
  record PersonCreated(Actor actor, Person person) implements AccessEvent {}

  /** Somebody has other roles or another scope. */
  record PersonAssigned(Actor actor, Person person, Set<Role> rolesBefore, Scope scopeBefore)
      implements AccessEvent {}

  /** Somebody has another display name. */
  record PersonRenamed(Actor actor, Person person, String before) implements AccessEvent {}

  /** Somebody can't sign in any more. */
  record PersonDisabled(Actor actor, Person person) implements AccessEvent {}

  /** Somebody can sign in again. */
  record PersonEnabled(Actor actor, Person person) implements AccessEvent {}

  /** Somebody has a new password, set by themselves or by an administrator. */
  record PasswordChanged(Actor actor, Person person) implements AccessEvent {}

  /** A wrong present password was given when changing it. */
  record PasswordChangeRefused(Actor actor) implements AccessEvent {}

  /** An API token was made. */
  record TokenIssued(Actor actor, String token) implements AccessEvent {}

  /** An API token is worth nothing any more. */
  record TokenRevoked(Actor actor, String token) implements AccessEvent {}

  /** A program showed no valid token. */
  record TokenRefused(Actor actor) implements AccessEvent {}

  /** Somebody gave a wrong one-time code on the page of the first start. */
  record SetupRefused(Actor actor) implements AccessEvent {}

  /**
   * A page of another site made a browser send something.
   *
   * @param origin which site, cut to 200 characters; empty if the browser didn't say
   */
  record ForeignOrigin(Actor actor, String origin) implements AccessEvent {}
}

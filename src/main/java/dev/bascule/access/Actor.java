package dev.bascule.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts, as a value handed to every service that does something: their rights and how far these
 * reach were read at the start of the request or click, from where they act stands beside it.
 *
 * @param kind what it is that acts
 * @param id the person; for anything else an id made from its name that no person has
 * @param name the sign-in name, the token's name, or the part of the console that acts
 * @param rights what is allowed
 * @param scope the environments that the rights reach
 * @param remoteAddress the network address it came from; empty for the console itself
 */
public record Actor(
    Kind kind, PersonId id, String name, Set<Right> rights, Scope scope, String remoteAddress) {

  /** What it is that acts. Names are stored, never change. */
  public enum Kind {
    /** A person who signed in. */
    PERSON,
    /** A program with an API token: reads only. */
    TOKEN,
    /** The console itself: a schedule, the reconciler, the first start. */
    SYSTEM,
    /** Nobody who is known, such as somebody whose sign-in was refused. */
    ANONYMOUS
  }

  /** Copies the rights. */
  public Actor {
    rights = Set.copyOf(rights);
  }

  /** A person with the rights of their roles. */
  public static Actor person(
      PersonId id, String name, Set<Right> rights, Scope scope, String remoteAddress) {
    return new Actor(Kind.PERSON, id, name, rights, scope, remoteAddress);
  }

  /**
   * The console acting by itself. It may look and keep the inventory up to date; it never asks for
   * anything nor approves it.
   *
   * @param part which part of the console, such as {@code reconciler}
   */
  public static Actor system(String part) {
    return new Actor(
        Kind.SYSTEM,
        PersonId.ofMachine("system:" + part),
        part,
        EnumSet.of(Right.VIEW, Right.READ_AUDIT, Right.MANAGE_INVENTORY),
        Scope.all(),
        "");
  }

  /** A program that showed an API token that reaches every environment. */
  public static Actor token(String name, String remoteAddress) {
    return token(name, Scope.all(), remoteAddress);
  }

  /** A program that showed an API token. */
  public static Actor token(String name, Scope scope, String remoteAddress) {
    return new Actor(
        Kind.TOKEN,
        PersonId.ofMachine("token:" + name),
        name,
        EnumSet.of(Right.VIEW, Right.READ_AUDIT),
        scope,
        remoteAddress);
  }

  /**
   * Somebody not known.
   *
   * @param claimed the name they gave, if any
   */
  public static Actor anonymous(String claimed, String remoteAddress) {
    return new Actor(
        Kind.ANONYMOUS,
        PersonId.ofMachine("anonymous"),
        claimed,
        Set.of(),
        Scope.of(Set.of()),
        remoteAddress);
  }

  /** Whether the right is there at all, in whatever environment. For what belongs to none. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** Whether the right is there and reaches the environment. */
  public boolean may(Right right, String environment) {
    return may(right) && scope.covers(environment);
  }

  /** Whether it is a person, as opposed to a program or the console. */
  public boolean isPerson() {
    return kind == Kind.PERSON;
  }
}

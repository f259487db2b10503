package dev.bascule.audit;

import dev.bascule.access.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the log, as it stands there.
 *
 * @param seq its number, counted from 1 without gaps
 * @param at when, to the microsecond, by the console's clock
 * @param actorKind what it was that acted
 * @param actorId who; a person's id for a person
 * @param actorName their name at that time
 * @param address the network address they came from; empty for the console itself
 * @param action a stable dotted code
 * @param subject what it is about
 * @param result what became of it
 * @param detail a JSON object as text, secrets masked
 * @param previousHash the hash of the entry before, in hexadecimal; 64 zeros for the first
 * @param hash SHA-256 over all of the above in hexadecimal
 */
public record AuditEntry(
    long seq,
    Instant at,
    Actor.Kind actorKind,
    UUID actorId,
    String actorName,
    String address,
    String action,
    AuditSubject subject,
    AuditResult result,
    String detail,
    String previousHash,
    String hash) {}

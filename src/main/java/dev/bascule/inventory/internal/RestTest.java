package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.RestAccess;
import dev.bascule.inventory.RestCheck;
import dev.bascule.patroni.rest.PatroniRest;
import dev.bascule.patroni.rest.RestFailed;
import dev.bascule.patroni.rest.RestIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Tries an identity towards the REST of members, a few at once. */
@Component
final class RestTest {
  private static final int MOST = 60;
  private static final int AT_ONCE = 8;

  private final RestDoors doors;
  private final PatroniRest rest;

  RestTest(RestDoors doors, PatroniRest rest) {
    this.doors = doors;
    this.rest = rest;
  }

  RestCheck run(Map<ClusterId, List<MemberRecord>> members, RestIdentity identity) {
    var room = new Semaphore(AT_ONCE);
    var answers = new ArrayList<CompletableFuture<RestCheck.Member>>();
    members.forEach(
        (cluster, records) ->
            records.forEach(
                record -> {
                  var url = record.apiUrl();
                  if (url != null && record.absentSince() == null && answers.size() < MOST) {
                    answers.add(ask(room, cluster, record, url, identity));
                  }
                }));
    return new RestCheck(answers.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<RestCheck.Member> ask(
      Semaphore room, ClusterId cluster, MemberRecord record, String url, RestIdentity identity) {
    var answer = new CompletableFuture<RestCheck.Member>();
    Thread.ofVirtual()
        .name("rest-test")
        .start(
            () -> {
              room.acquireUninterruptibly();
              try {
                answer.complete(answer(cluster, record, url, identity));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              } finally {
                room.release();
              }
            });
    return answer;
  }

  private RestCheck.Member answer(
      ClusterId cluster, MemberRecord record, String url, RestIdentity identity) {
    return switch (doors.access(url, identity)) {
      case RestAccess.Refused(var reason, var host) ->
          new RestCheck.Member(cluster, record.name(), url, reason, null, null);
      case RestAccess.Allowed(var target) -> {
        try {
          rest.status(target, PatroniRest.USUAL);
          yield new RestCheck.Member(cluster, record.name(), url, null, null, null);
        } catch (RestFailed e) {
          yield new RestCheck.Member(
              cluster, record.name(), url, null, e.trouble(), e.getMessage());
        }
      }
    };
  }
}

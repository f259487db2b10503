package dev.bascule.operation.internal;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What was said about requests. */
interface StoredRemarks extends Repository<RemarkRow, Long> {
  /** Keeps one, in the caller's transaction. */
  RemarkRow save(RemarkRow remark);

  /** Those of a request, oldest first. */
  List<RemarkRow> findByRequestOrderById(long request, Limit limit);
}

package dev.bascule.operation.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Limit;

/** Remarks in memory; {@link StoredRemarksTest} holds the real ones to the same. */
final class MemoryRemarks implements StoredRemarks {
  private final List<RemarkRow> rows = new ArrayList<>();

  @Override
  public RemarkRow save(RemarkRow remark) {
    rows.add(remark);
    return remark;
  }

  @Override
  public List<RemarkRow> findByRequestOrderById(long request, Limit limit) {
    return rows.stream().filter(row -> row.request == request).limit(limit.max()).toList();
  }
}

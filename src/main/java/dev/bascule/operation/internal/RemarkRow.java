package dev.bascule.operation.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A remark as it is kept; nothing of it ever changes. */
@Entity
@Table(name = "operation_remark")
class RemarkRow {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remark")
  @SequenceGenerator(name = "remark", sequenceName = "operation_remark_number", allocationSize = 1)
  @Nullable Long id;

  @Column(nullable = false, updatable = false)
  long request;

  @Column(nullable = false, updatable = false)
  UUID author;

  @Column(name = "author_name", nullable = false, updatable = false)
  String authorName;

  @Column(nullable = false, updatable = false)
  Instant at;

  @Column(nullable = false, updatable = false)
  String text;

  /** For Hibernate, which fills it in from a row. */
  @SuppressWarnings("NullAway.Init")
  protected RemarkRow() {}

  RemarkRow(long request, UUID author, String authorName, Instant at, String text) {
    this.request = request;
    this.author = author;
    this.authorName = authorName;
    this.at = at;
    this.text = text;
  }
}

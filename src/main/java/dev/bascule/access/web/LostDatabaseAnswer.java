package dev.bascule.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What needs the console's database while it is away is answered as such, not as a defect. */
@RestControllerAdvice
class LostDatabaseAnswer {
  private static final Logger log = LoggerFactory.getLogger(LostDatabaseAnswer.class);
  private static final String SECONDS = "5";

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> answer(Exception lost) {
    log.warn("A program's question needs the database: {}", lost.toString());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The console's database can't be read now. The live state of the clusters"
                + " (/api/v1/clusters) doesn't need it.");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .body(problem);
  }
}

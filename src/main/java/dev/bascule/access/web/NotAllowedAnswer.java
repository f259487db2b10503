package dev.bascule.access.web;

import dev.bascule.access.NotAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal as a problem document; that it was refused stands in the audit log already. */
@RestControllerAdvice
class NotAllowedAnswer {
  @ExceptionHandler
  ProblemDetail answer(NotAllowed refusal) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.FORBIDDEN,
            "This needs the right %s, which this token doesn't have here. Nothing was changed."
                .formatted(refusal.right()));
    problem.setProperty("right", refusal.right().name());
    return problem;
  }
}

package dev.bascule.operation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the changes, newest first. */
@Schema(name = "Changes")
record ChangesPage(
    List<ChangeLine> changes,
    @Schema(description = "The `before` that asks for the next ones; null when there are no more")
        @Nullable Long nextBefore) {}

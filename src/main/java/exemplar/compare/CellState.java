package exemplar.compare;

import java.time.Instant;

/// What a cell of the matrix shows.
public sealed interface CellState {

    /// Never asked in this run.
    record Empty() implements CellState {}

    /// Waiting for its turn.
    record Queued() implements CellState {}

    /// Being answered.
    ///
    /// @param text what has arrived; empty before the first token
    record Streaming(String text) implements CellState {}

    /// Waiting until it may be asked again.
    ///
    /// @param reason what the server said
    record Waiting(Instant until, String reason) implements CellState {}

    /// Ended, in one way or another.
    record Ended(Trial trial) implements CellState {}
}

package exemplar.ui.compare;

import exemplar.compare.Board;
import exemplar.compare.Cell;
import exemplar.compare.Plan;
import exemplar.compare.Trial;
import exemplar.study.Study;
import exemplar.study.runs.RunInfo;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is about to be asked: a new run of a plan, or what is missing of an earlier one.
///
/// @param board the matrix it fills
/// @param resumed the run it goes on with
/// @param done cells that are answered already
record Question(Study study, Path folder, Board board, Optional<RunInfo> resumed, Set<Cell> done) {

    Question {
        done = Set.copyOf(done);
    }

    static Question anew(Study study, Path folder, Plan plan) {
        return new Question(study, folder, new Board(plan), Optional.empty(), Set.of());
    }

    static Question missing(Study study, Path folder, Board board, RunInfo run) {
        return new Question(study, folder, board, Optional.of(run), answered(board.trials()));
    }

    Plan plan() {
        return board.plan();
    }

    /// Number of cells it asks.
    int size() {
        return plan().size() - done.size();
    }

    static Set<Cell> answered(List<Trial> trials) {
        Set<Cell> done = new HashSet<>();
        trials.stream().filter(t -> t.state() == Trial.State.DONE).forEach(t -> done.add(t.cell()));
        return done;
    }
}

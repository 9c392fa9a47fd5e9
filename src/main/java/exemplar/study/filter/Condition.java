package exemplar.study.filter;

import exemplar.study.line.Line;

/// One term of a filter. For one thread at a time: some remember their last answer.
@FunctionalInterface
interface Condition {
    boolean holds(int row, Line line, Flags flags);
}

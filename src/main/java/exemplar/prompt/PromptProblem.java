package exemplar.prompt;

import exemplar.template.syntax.Problem;

/// Something wrong in a template of a design.
///
/// @param part which template: `template`, `system`, `instruction`, `demonstration`, `answer` or
///   `query`
/// @param problem what and where in it
public record PromptProblem(String part, Problem problem) {

    /// For a person: part, line, column, what.
    public String sentence() {
        return "%s, line %d, column %d: %s"
                .formatted(part, problem.line(), problem.column(), problem.message());
    }
}

package exemplar.template.syntax;

import exemplar.template.value.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From source to a [Program], or to the problems that prevent it.
public final class Parser {
    private Parser() {}

    /// What reading a template comes to.
    public sealed interface Result {
        record Read(Program program) implements Result {}

        /// @param problems at least one, in the order of the source
        record Unreadable(List<Problem> problems) implements Result {}
    }

    public static Result parse(String text, Syntax syntax) {
        Source source = Source.of(text, syntax.keepTrailingNewline());
        try {
            return parse(source, syntax);
        } catch (StackOverflowError tooDeep) {
            Problem problem =
                    Problem.at(
                            source,
                            0,
                            Problem.Kind.SYNTAX,
                            "the template is nested too deeply; split its expressions");
            return new Result.Unreadable(List.of(problem));
        }
    }

    private static Result parse(Source source, Syntax syntax) {
        StatementParser parser = new StatementParser(new TokenReader(Lexer.tokens(source, syntax)));
        List<Stmt> body = parser.template();
        Scope scope = new Scope();
        Binder binder = new Binder(syntax);
        binder.template(body, scope, parser.blocks().values());
        List<Fault> faults = new ArrayList<>(parser.faults());
        faults.addAll(binder.faults());
        if (faults.isEmpty()) {
            return new Result.Read(
                    new Program(source, body, scope, parser.blocks(), binder.uses()));
        }
        return new Result.Unreadable(
                faults.stream()
                        .sorted(Comparator.comparingInt(Fault::at))
                        .map(f -> problem(source, f))
                        .distinct()
                        .toList());
    }

    private static Problem problem(Source source, Fault fault) {
        return Problem.at(source, Math.max(0, fault.at()), Problem.Kind.SYNTAX, fault.sentence());
    }
}

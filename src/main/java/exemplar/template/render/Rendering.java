package exemplar.template.render;

import exemplar.model.Span;
import exemplar.template.syntax.Problem;
import exemplar.template.syntax.Program;
import exemplar.template.value.Fault;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Thaw;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Renders a program once, turning every fault into a problem.
public final class Rendering {
    private Rendering() {}

    /// The text with its spans, up to where it ended, and what went wrong.
    public record Result(String text, List<Span> spans, List<Problem> problems) {}

    public static Result render(Program program, Settings settings, Map<String, Value> context) {
        try {
            return run(program, settings, context);
        } catch (Thaw.Needed changesItsData) {
            Thaw thaw = new Thaw();
            Map<String, Value> copies = new HashMap<>();
            context.forEach((name, value) -> copies.put(name, thaw.copy(value)));
            return run(program, settings, copies);
        }
    }

    private static Result run(Program program, Settings settings, Map<String, Value> context) {
        Run run = new Run(program, settings, context);
        TextBuilder out = run.out();
        List<Fault> fatal = new ArrayList<>();
        try {
            run.executor.template();
        } catch (Fault fault) {
            fatal.add(fault);
        } catch (ArithmeticException
                | IndexOutOfBoundsException
                | ClassCastException
                | java.util.NoSuchElementException
                | IllegalArgumentException unforeseen) {
            fatal.add(Fault.of("Error", "the template does something this engine cannot do"));
        } catch (StackOverflowError tooDeep) {
            fatal.add(Fault.limit("the template is nested too deeply"));
        }
        List<Problem> problems = new ArrayList<>();
        run.problems().forEach(fault -> problems.add(problem(program, fault)));
        fatal.forEach(fault -> problems.add(problem(program, fault).asFatal()));
        return new Result(out.text(), out.spans(), List.copyOf(problems));
    }

    private static Problem problem(Program program, Fault fault) {
        Problem.Kind kind =
                switch (fault.type()) {
                    case "UndefinedError" -> Problem.Kind.UNDEFINED;
                    case "Limit", "RecursionError" -> Problem.Kind.LIMIT;
                    case "Interrupted" -> Problem.Kind.CANCELLED;
                    default -> Problem.Kind.ERROR;
                };
        return Problem.at(program.source(), Math.max(0, fault.at()), kind, fault.sentence());
    }
}

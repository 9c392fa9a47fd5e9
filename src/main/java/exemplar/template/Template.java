package exemplar.template;

import exemplar.template.render.Globals;
import exemplar.template.render.Rendering;
import exemplar.template.syntax.Parser;
import exemplar.template.syntax.Problem;
import exemplar.template.syntax.Program;
import exemplar.template.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A template that was read. It never changes; any number of threads may render it.
public final class Template implements Parsed {
    private final Program program;
    private final Environment environment;

    private Template(Program program, Environment environment) {
        this.program = program;
        this.environment = environment;
    }

    /// Reads a template. Never throws: what cannot be read gives the problems with their places.
    public static Parsed parse(String source, Environment environment) {
        return switch (Parser.parse(source, environment.syntax())) {
            case Parser.Result.Read(Program program) -> new Template(program, environment);
            case Parser.Result.Unreadable(List<Problem> problems) ->
                    new Parsed.Unreadable(problems);
        };
    }

    /// Renders with the given variables. Never throws: a template that fails gives the text up to
    /// there and a fatal problem, an interrupted thread one of kind `CANCELLED` (and stays
    /// interrupted).
    public Rendered render(Map<String, Value> context) {
        Rendering.Result result = Rendering.render(program, environment.settings(), context);
        return new Rendered(result.text(), result.spans(), result.problems());
    }

    /// A variable the context must bring, at a place where it is used.
    ///
    /// @param offset in UTF-16 code units of the source; line and column are counted from 1
    public record Variable(String name, int offset, int line, int column) {}

    /// Every use of a variable the template does not set itself, in the order of the source; the
    /// functions every template has are not among them.
    public List<Variable> variables() {
        return program.uses().stream()
                .filter(use -> !Globals.names().contains(use.name()))
                .map(use ->
                        new Variable(
                                use.name(),
                                program.source().original(use.at()),
                                program.source().line(use.at()),
                                program.source().column(use.at())))
                .distinct()
                .sorted(Comparator.comparingInt(Variable::offset))
                .toList();
    }

    /// The source as it was given.
    public String source() {
        return program.source().given();
    }
}

package exemplar.template.render;

import exemplar.model.Origin;
import exemplar.template.render.Settings.Missing;
import exemplar.template.syntax.Program;
import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The state of one render.
final class Run {
    final Program program;
    final Settings settings;
    final Budget budget;
    final Evaluator evaluator;
    final Executor executor;
    private final List<Fault> problems = new ArrayList<>();
    private final Random random;
    private final Map<String, Value> context;
    private Map<String, Value> exported = new HashMap<>();
    private TextBuilder out;
    private Origin ambient = Origin.TEMPLATE;

    Run(Program program, Settings settings, Map<String, Value> given) {
        this.program = program;
        this.settings = settings;
        Settings.Limits limits = settings.limits();
        budget =
                new Budget(
                        limits.steps(),
                        limits.characters(),
                        limits.longestText(),
                        limits.millis() * 1_000_000);
        random = new Random(settings.seed());
        context = given;
        out = new TextBuilder(budget, 512);
        evaluator = new Evaluator(this);
        executor = new Executor(this);
    }

    /// The value of a name the template does not set itself, or [Undefined#ABSENT].
    Value resolve(String name) {
        if (name.equals("self")) {
            return new BlockNames();
        }
        Value value = exported.get(name);
        if (value == null) {
            value = context.get(name);
        }
        return value == null ? Globals.all().getOrDefault(name, Undefined.ABSENT) : value;
    }

    /// Makes a variable of the outermost level visible in blocks.
    void export(String name, Value value) {
        exported.put(name, value);
    }

    /// Adds to the names a block sees; gives back the former ones.
    Map<String, Value> changeExported(Map<String, Value> next) {
        Map<String, Value> former = exported;
        exported = next;
        return former;
    }

    Map<String, Value> exported() {
        return exported;
    }

    Random random() {
        return random;
    }

    TextBuilder out() {
        return out;
    }

    /// Collects what is written from now on elsewhere; gives back the former place.
    TextBuilder changeOut(TextBuilder next) {
        TextBuilder former = out;
        out = next;
        return former;
    }

    /// What the template's own words belong to.
    Origin ambient() {
        return ambient;
    }

    void ambient(Origin next) {
        ambient = next;
    }

    /// Problems that did not end the render, one for a place.
    List<Fault> problems() {
        return problems;
    }

    private void report(Fault fault) {
        if (problems.size() < 100 && problems.stream().noneMatch(p -> p.at() == fault.at())) {
            problems.add(fault);
        }
    }

    /// A missing value is printed, walked over or filtered.
    void used(Undefined value) {
        switch (settings.missing()) {
            case LENIENT -> {}
            case PROBLEM -> report(Fault.undefined(value));
            case STRICT -> throw Fault.undefined(value);
        }
    }

    /// Whether a value counts as true.
    boolean truthy(Value value) {
        if (value instanceof Undefined u
                && (u.isVariable() || settings.missing() == Missing.STRICT)) {
            used(u);
        }
        return value.truthy();
    }

    /// A fault about a missing value, which a preview survives.
    ///
    /// @throws Fault when it does not
    Value survive(Fault fault) {
        if (settings.missing() != Missing.PROBLEM || !fault.type().equals("UndefinedError")) {
            throw fault;
        }
        report(fault);
        return Undefined.because(fault.sentence(), fault.at());
    }
}

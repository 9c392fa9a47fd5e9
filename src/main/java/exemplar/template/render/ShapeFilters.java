package exemplar.template.render;

import static exemplar.template.render.Filters.charged;
import static exemplar.template.render.Filters.or;
import static exemplar.template.render.Filters.truthy;

import exemplar.template.python.Iteration;
import exemplar.template.python.Markup;
import exemplar.template.python.Splitting;
import exemplar.template.python.TextWrap;
import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Runs;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.List;
import java.util.Map;

/// Filters that arrange a text in lines.
final class ShapeFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.of(
                    "indent", ShapeFilters::indent,
                    "truncate", ShapeFilters::truncate,
                    "wordwrap", ShapeFilters::wrap);

    private ShapeFilters() {}

    private static Str text(Value input, String filter, Run run) {
        if (input instanceof Str str) {
            return charged(str, run.budget);
        }
        if (input instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        throw Fault.type(filter + " needs a text, not " + input.typeName() + "; use | string");
    }

    private static Value indent(Value input, Args args, Run run) {
        Value[] given = args.bind("indent", 0, "width", "first", "blank");
        Str str = text(input, "indent", run);
        Value width = or(given[0], Int.of(4));
        Str step = width instanceof Str s ? s : Str.of(Filters.indentation(width, run));
        boolean blank = truthy(given[2], false);
        List<Value> lines =
                Splitting.lines(Str.of(str.text() + "\n", withEnd(str)), true, run.budget).items();
        TextBuilder out = new TextBuilder(run.budget, str.text().length() + 64);
        for (int i = 0; i < lines.size(); i++) {
            Str whole = (Str) lines.get(i);
            int end = whole.text().length() - (whole.text().endsWith("\r\n") ? 2 : 1);
            Str line = whole.cut(0, end);
            boolean wanted = i == 0 ? truthy(given[1], false) : blank || end > 0;
            if (wanted) {
                out.append(Str.of(step.text(), near(whole, step)));
            }
            out.append(line);
            if (i < lines.size() - 1) {
                out.append(Str.of("\n", whole.runs().slice(end, whole.text().length()).merged()));
            }
        }
        Str result = out.build();
        return str.isMarkup() ? result.asMarkup() : result;
    }

    private static Runs withEnd(Str str) {
        int length = str.text().length();
        return length == 0
                ? Runs.PLAIN
                : new TextBuilder(Budget.UNLIMITED)
                        .append(str)
                        .append(Str.of("\n", str.runs().slice(length - 1, length)))
                        .build()
                        .runs();
    }

    /// The origin of what is inserted before `line`: its own, or that of the line.
    private static Runs near(Str line, Str inserted) {
        Runs own = inserted.runs().merged();
        return own.equals(Runs.PLAIN) && !line.text().isEmpty() ? line.runs().slice(0, 1) : own;
    }

    private static Value truncate(Value input, Args args, Run run) {
        Value[] given = args.bind("truncate", 0, "length", "killwords", "end", "leeway");
        int length = Numbers.index(or(given[0], Int.of(255)));
        Str end = given[2] instanceof Str s ? s : Str.of("...");
        Value slack = or(given[3], None.NONE);
        int leeway = slack == None.NONE ? 5 : Numbers.index(slack);
        if (length < end.length()) {
            throw Fault.of(
                    "AssertionError", "expected length >= " + end.length() + ", got " + length);
        }
        if (leeway < 0) {
            throw Fault.of("AssertionError", "expected leeway >= 0, got " + leeway);
        }
        if (Iteration.length(input) <= (long) length + leeway) {
            return input;
        }
        Str str = text(input, "truncate", run);
        Str kept = str.sub(0, length - end.length());
        int blank = truthy(given[1], false) ? -1 : kept.text().lastIndexOf(' ');
        Str result =
                new TextBuilder(run.budget)
                        .append(blank < 0 ? kept : kept.cut(0, blank))
                        .append(str.isMarkup() ? Markup.escape(end, run.budget) : end)
                        .build();
        return str.isMarkup() ? result.asMarkup() : result;
    }

    private static Value wrap(Value input, Args args, Run run) {
        Value[] given =
                args.bind(
                        "wordwrap",
                        0,
                        "width",
                        "break_long_words",
                        "wrapstring",
                        "break_on_hyphens");
        Str str = text(input, "wordwrap", run);
        TextWrap wrap =
                new TextWrap(
                        Numbers.index(or(given[0], Int.of(79))),
                        truthy(given[1], true),
                        truthy(given[3], true),
                        run.budget);
        Str between = given[2] instanceof Str s ? s : Str.of("\n");
        TextBuilder out = new TextBuilder(run.budget, str.text().length() + 64);
        boolean first = true;
        for (Value line : Splitting.lines(str, false, run.budget).items()) {
            List<Str> parts = wrap.lines((Str) line);
            for (Str part : parts.isEmpty() ? List.of(Str.EMPTY) : parts) {
                if (!first) {
                    out.append(between);
                }
                first = false;
                out.append(part);
            }
        }
        return out.build();
    }
}

package exemplar.template.render;

import static exemplar.template.render.Filters.charged;
import static exemplar.template.render.Filters.or;
import static exemplar.template.render.Filters.text;

import exemplar.template.python.Casing;
import exemplar.template.python.Iteration;
import exemplar.template.python.Json;
import exemplar.template.python.Padding;
import exemplar.template.python.Pretty;
import exemplar.template.python.Printf;
import exemplar.template.python.StrMethods;
import exemplar.template.value.Args;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Str;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.util.List;
import java.util.Map;

/// Filters that change the characters of a text.
final class TextFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.ofEntries(
                    Map.entry("upper", (in, args, run) -> casing(in, args, "upper", run)),
                    Map.entry("lower", (in, args, run) -> casing(in, args, "lower", run)),
                    Map.entry("capitalize", (in, args, run) -> casing(in, args, "capitalize", run)),
                    Map.entry("title", TextFilters::title),
                    Map.entry("trim", TextFilters::trim),
                    Map.entry("replace", TextFilters::replace),
                    Map.entry("string", TextFilters::string),
                    Map.entry("default", TextFilters::otherwise),
                    Map.entry("d", TextFilters::otherwise),
                    Map.entry("center", TextFilters::center),
                    Map.entry("format", TextFilters::format),
                    Map.entry("wordcount", TextFilters::wordCount),
                    Map.entry("pprint", TextFilters::pretty),
                    Map.entry("tojson", TextFilters::json));

    private TextFilters() {}

    private static Value casing(Value input, Args args, String how, Run run) {
        args.bind(how, 0);
        return Casing.change(charged(text(input, run), run.budget), how);
    }

    private static Value string(Value input, Args args, Run run) {
        args.bind("string", 0);
        return text(input, run);
    }

    private static Value title(Value input, Args args, Run run) {
        args.bind("title", 0);
        Str str = charged(text(input, run), run.budget);
        String source = str.text();
        StringBuilder out = new StringBuilder(source.length());
        int from = 0;
        while (from < source.length()) {
            int end = from;
            while (end < source.length() && !separates(source.charAt(end))) {
                end++;
            }
            if (end > from) {
                int first = source.offsetByCodePoints(from, 1);
                out.append(Casing.upper(source.substring(from, first)));
                out.append(Casing.lower(source.substring(first, end)));
            }
            while (end < source.length() && separates(source.charAt(end))) {
                out.append(source.charAt(end++));
            }
            from = end;
        }
        return str.changed(out.toString()).asPlain();
    }

    private static boolean separates(char c) {
        return Unicode.isSpace(c) || "-({[<".indexOf(c) >= 0;
    }

    private static Value trim(Value input, Args args, Run run) {
        Value chars = or(args.bind("trim", 0, "chars")[0], None.NONE);
        Str str = text(input, run);
        if (chars == None.NONE) {
            return StrMethods.strip(str, true, "", true, true);
        }
        return StrMethods.strip(str, false, need(chars, "trim").text(), true, true);
    }

    private static Str need(Value value, String filter) {
        if (value instanceof Str str) {
            return str;
        }
        throw Fault.type(filter + " needs a text, not " + value.typeName());
    }

    private static Value replace(Value input, Args args, Run run) {
        Value[] given = args.bind("replace", 2, "old", "new", "count");
        int count =
                given[2] == Undefined.ABSENT || given[2] == None.NONE ? -1 : Numbers.size(given[2]);
        Str str = charged(text(input, run), run.budget).asPlain();
        return StrMethods.replace(
                str, text(given[0], run).text(), text(given[1], run), count, run.budget);
    }

    private static Value otherwise(Value input, Args args, Run run) {
        Value[] given = args.bind("default", 0, "default_value", "boolean");
        boolean falsy = given[1] != Undefined.ABSENT && given[1].truthy() && !input.truthy();
        return input instanceof Undefined || falsy ? or(given[0], Str.EMPTY) : input;
    }

    private static Value center(Value input, Args args, Run run) {
        Value width = or(args.bind("center", 0, "width")[0], Int.of(80));
        return Padding.pad(
                text(input, run), Numbers.index(width), Str.of(" "), "center", run.budget);
    }

    private static Value format(Value input, Args args, Run run) {
        if (!args.positional().isEmpty() && !args.named().isEmpty()) {
            throw Fault.of(
                    "FilterArgumentError",
                    "can't handle positional and keyword arguments at the same time");
        }
        if (args.named().isEmpty()) {
            return Printf.format(text(input, run), TupleValue.of(args.positional()), run.budget);
        }
        DictValue named = new DictValue();
        args.named().forEach((name, value) -> named.put(Str.of(name), value));
        return Printf.format(text(input, run), named, run.budget);
    }

    private static Value wordCount(Value input, Args args, Run run) {
        args.bind("wordcount", 0);
        String source = charged(text(input, run), run.budget).text();
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < source.length(); ) {
            int c = source.codePointAt(i);
            boolean word = HtmlFilters.isWord(c);
            words += word && !inside ? 1 : 0;
            inside = word;
            i += Character.charCount(c);
        }
        return Int.of(words);
    }

    private static Value pretty(Value input, Args args, Run run) {
        args.bind("pprint", 0);
        return Pretty.format(input, run.budget);
    }

    private static Value json(Value input, Args args, Run run) {
        if (!run.settings.plainJson()) {
            Value indent = or(args.bind("tojson", 0, "indent")[0], None.NONE);
            Json.Style style = style(indent, true, None.NONE, true, run);
            return safe(Json.dumps(input, style, run.budget));
        }
        Value[] given = args.bind("tojson", 0, "ensure_ascii", "indent", "separators", "sort_keys");
        Json.Style style =
                style(
                        or(given[1], None.NONE),
                        Filters.truthy(given[0], false),
                        or(given[2], None.NONE),
                        Filters.truthy(given[3], false),
                        run);
        return Json.dumps(input, style, run.budget);
    }

    private static Json.Style style(
            Value indent, boolean ascii, Value separators, boolean sort, Run run) {
        boolean lines = indent != None.NONE;
        String step = lines ? Filters.indentation(indent, run) : "";
        String item = lines ? "," : ", ";
        String key = ": ";
        if (separators != None.NONE) {
            List<Value> parts = Iteration.list(separators, run.budget);
            if (parts.size() != 2) {
                throw Fault.value("separators needs two texts, as in (',', ':')");
            }
            item = need(parts.get(0), "tojson").text();
            key = need(parts.get(1), "tojson").text();
        }
        return new Json.Style(ascii, lines, step, item, key, sort);
    }

    private static Str safe(Str json) {
        String text =
                json.text()
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("'", "\\u0027");
        return json.changed(text).asMarkup();
    }
}

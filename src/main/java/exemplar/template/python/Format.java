package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.Key;
import exemplar.template.value.ListValue;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `str.format`: replacement fields with conversions and nested format specifications.
final class Format {
    private final Str format;
    private final Args args;
    private final Budget budget;
    private int automatic;

    private Format(Str format, Args args, Budget budget) {
        this.format = format;
        this.args = args;
        this.budget = budget;
    }

    static Str format(Str format, Args args, Budget budget) {
        Format run = new Format(format, args, budget);
        Str result = run.fields(format, 2);
        return format.isMarkup() ? result.asMarkup() : result;
    }

    static Str formatMap(Str format, Value values, Budget budget) {
        if (!(values instanceof DictValue dict)) {
            throw Fault.type("format_map() needs a dict");
        }
        Map<String, Value> named = new LinkedHashMap<>();
        for (DictValue.Entry entry : dict.entries()) {
            if (entry.key() instanceof Str key) {
                named.put(key.text(), entry.value());
            }
        }
        return format(format, new Args(List.of(), named), budget);
    }

    private Str fields(Str source, int depth) {
        if (depth < 0) {
            throw Fault.value("Max string recursion exceeded");
        }
        String text = source.text();
        TextBuilder out = new TextBuilder(budget, text.length() + 32);
        int kept = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '{' && c != '}') {
                at++;
                continue;
            }
            out.append(source, kept, at);
            if (at + 1 < text.length() && text.charAt(at + 1) == c) {
                out.append(source, at, at + 1);
                at += 2;
            } else if (c == '}') {
                throw Fault.value("Single '}' encountered in format string");
            } else {
                int end = close(text, at + 1);
                out.append(field(text.substring(at + 1, end), depth));
                at = end + 1;
            }
            kept = at;
        }
        return out.append(source, kept, text.length()).build();
    }

    private static int close(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw Fault.value(
                from >= text.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private Str field(String field, int depth) {
        int name = 0;
        int brackets = 0;
        while (name < field.length()) {
            char c = field.charAt(name);
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets <= 0 && (c == '!' || c == ':')) {
                break;
            }
            name++;
        }
        Value value = lookup(field.substring(0, name));
        int at = name;
        if (at < field.length() && field.charAt(at) == '!') {
            if (at + 1 >= field.length()) {
                throw Fault.value("end of string while looking for conversion specifier");
            }
            value = converted(value, field.charAt(at + 1));
            at += 2;
            if (at < field.length() && field.charAt(at) != ':') {
                throw Fault.value("expected ':' after conversion specifier");
            }
        }
        String spec = at < field.length() ? field.substring(at + 1) : "";
        if (spec.indexOf('{') >= 0 || spec.indexOf('}') >= 0) {
            spec = fields(Str.of(spec), depth - 1).text();
        }
        Str shown = FormatSpec.apply(value, spec, budget);
        return format.isMarkup() && !shown.isMarkup() ? Markup.escape(shown, budget) : shown;
    }

    private Value converted(Value value, char how) {
        return switch (how) {
            case 's' -> Repr.str(value, budget);
            case 'r' -> Repr.repr(value, budget);
            case 'a' -> Str.of(Printf.ascii(Repr.repr(value, budget).text()));
            default -> throw Fault.value("Unknown conversion specifier '" + how + "'");
        };
    }

    private Value lookup(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Value value = argument(path.substring(0, end));
        int at = end;
        while (at < path.length()) {
            if (path.charAt(at) == '[') {
                int close = path.indexOf(']', at);
                if (close < 0) {
                    throw Fault.value("Missing ']' in format string");
                }
                value = item(value, path.substring(at + 1, close));
                at = close + 1;
            } else {
                throw Fault.of(
                        "AttributeError",
                        "format fields reach items with [name], not attributes with a dot");
            }
        }
        return value;
    }

    private Value argument(String name) {
        if (name.isEmpty() || name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (name.isEmpty() ? automatic < 0 : automatic > 0) {
                throw Fault.value("cannot mix automatic and manual field numbering");
            }
            int index = name.isEmpty() ? automatic++ : number(name);
            automatic = name.isEmpty() ? automatic : -1;
            if (index >= args.positional().size()) {
                throw Fault.of(
                        "IndexError",
                        "Replacement index " + index + " out of range for positional args tuple");
            }
            return args.positional().get(index);
        }
        Value value = args.named().get(name);
        if (value == null) {
            throw Fault.of("KeyError", Repr.of(Str.of(name)));
        }
        return value;
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private Value item(Value base, String key) {
        boolean index = !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
        Value found =
                switch (base) {
                    case DictValue dict ->
                            dict.find(Key.of(index ? Int.of(number(key)) : Str.of(key), budget));
                    case ListValue list when index -> at(list.items(), number(key));
                    case TupleValue tuple when index -> at(tuple.items(), number(key));
                    case Str str when index && number(key) < str.length() ->
                            str.sub(number(key), number(key) + 1);
                    default -> Undefined.ABSENT;
                };
        if (found == Undefined.ABSENT) {
            throw Fault.of("KeyError", Repr.of(Str.of(key)));
        }
        return found;
    }

    private static Value at(List<Value> items, int index) {
        return index < items.size() ? items.get(index) : Undefined.ABSENT;
    }
}

package exemplar.template.python;

import exemplar.template.value.Args;
import exemplar.template.value.Bool;
import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Int;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Undefined;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// The methods of `str`.
public final class StrMethods {
    static final Set<String> NAMES =
            Set.of(
                    "capitalize",
                    "casefold",
                    "center",
                    "count",
                    "encode",
                    "endswith",
                    "expandtabs",
                    "find",
                    "format",
                    "format_map",
                    "index",
                    "isalnum",
                    "isalpha",
                    "isascii",
                    "isdecimal",
                    "isdigit",
                    "isidentifier",
                    "islower",
                    "isnumeric",
                    "isprintable",
                    "isspace",
                    "istitle",
                    "isupper",
                    "join",
                    "ljust",
                    "lower",
                    "lstrip",
                    "partition",
                    "removeprefix",
                    "removesuffix",
                    "replace",
                    "rfind",
                    "rindex",
                    "rjust",
                    "rpartition",
                    "rsplit",
                    "rstrip",
                    "split",
                    "splitlines",
                    "startswith",
                    "strip",
                    "swapcase",
                    "title",
                    "translate",
                    "upper",
                    "zfill");

    private StrMethods() {}

    static Value call(Str self, String name, Args args, Budget budget) {
        budget.work(self.text().length());
        return switch (name) {
            case "upper", "lower", "capitalize", "title", "swapcase", "casefold" -> {
                args.only(name, 0, 0);
                yield Casing.change(self, name);
            }
            case "strip", "lstrip", "rstrip" -> {
                List<Value> given = args.only(name, 0, 1);
                boolean all = given.isEmpty() || given.get(0) == None.NONE;
                String chars = all ? "" : text(given.get(0), name).text();
                yield strip(self, all, chars, !name.equals("rstrip"), !name.equals("lstrip"));
            }
            case "replace" -> {
                List<Value> given = args.only(name, 2, 3);
                int count = given.size() > 2 ? Numbers.size(given.get(2)) : -1;
                Str old = text(given.get(0), name);
                Value with = self.isMarkup() ? Markup.escape(given.get(1), budget) : given.get(1);
                yield replace(self, old.text(), text(with, name), count, budget);
            }
            case "join" -> join(self, Iteration.over(args.only(name, 1, 1).get(0), budget), budget);
            case "split", "rsplit" -> {
                Value[] given = args.bind(name, 0, "sep", "maxsplit");
                int most = given[1] == Undefined.ABSENT ? -1 : Numbers.size(given[1]);
                boolean blank = given[0] == Undefined.ABSENT || given[0] == None.NONE;
                String separator = blank ? "" : text(given[0], name).text();
                if (!blank && separator.isEmpty()) {
                    throw Fault.value("empty separator");
                }
                yield Splitting.split(self, separator, most, name.equals("rsplit"), budget);
            }
            case "splitlines" -> {
                Value[] given = args.bind(name, 0, "keepends");
                boolean keep = given[0] != Undefined.ABSENT && given[0].truthy();
                yield Splitting.lines(self, keep, budget);
            }
            case "partition", "rpartition" -> {
                Str separator = text(args.only(name, 1, 1).get(0), name);
                yield Splitting.partition(self, separator, name.equals("rpartition"));
            }
            case "startswith", "endswith" ->
                    Bool.of(Searching.edge(self, args.only(name, 1, 3), name.equals("endswith")));
            case "find", "rfind", "index", "rindex" -> {
                int at = Searching.find(self, args.only(name, 1, 3), name.startsWith("r"));
                if (at < 0 && name.endsWith("index")) {
                    throw Fault.value("substring not found");
                }
                yield Int.of(at);
            }
            case "count" -> Int.of(Searching.count(self, args.only(name, 1, 3)));
            case "center", "ljust", "rjust" -> {
                List<Value> given = args.only(name, 1, 2);
                Str fill = given.size() > 1 ? text(given.get(1), name) : Str.of(" ");
                yield Padding.pad(self, Numbers.size(given.get(0)), fill, name, budget);
            }
            case "zfill" -> Padding.zeros(self, Numbers.size(args.only(name, 1, 1).get(0)), budget);
            case "expandtabs" -> {
                Value[] given = args.bind(name, 0, "tabsize");
                int size = given[0] == Undefined.ABSENT ? 8 : Numbers.size(given[0]);
                yield Padding.expandTabs(self, size, budget);
            }
            case "removeprefix" -> {
                String prefix = text(args.only(name, 1, 1).get(0), name).text();
                int length = self.text().length();
                yield self.text().startsWith(prefix) ? self.cut(prefix.length(), length) : self;
            }
            case "removesuffix" -> {
                String suffix = text(args.only(name, 1, 1).get(0), name).text();
                int length = self.text().length() - suffix.length();
                yield self.text().endsWith(suffix) ? self.cut(0, length) : self;
            }
            case "format" -> Format.format(self, args, budget);
            case "format_map" -> Format.formatMap(self, args.only(name, 1, 1).get(0), budget);
            case "translate" -> Searching.translate(self, args.only(name, 1, 1).get(0), budget);
            case "encode" ->
                    throw Fault.type("bytes are not available in templates; drop .encode()");
            default -> {
                args.only(name, 0, 0);
                yield Bool.of(Casing.is(self, name));
            }
        };
    }

    static Str text(Value value, String function) {
        if (value instanceof Str str) {
            return str;
        }
        if (value instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        throw Fault.type(function + "() argument must be str, not " + value.typeName());
    }

    /// Strips white space, or any of `chars`, from the sides wanted.
    public static Str strip(Str self, boolean blanks, String chars, boolean left, boolean right) {
        String text = self.text();
        int from = 0;
        int to = text.length();
        while (left && from < to) {
            int c = text.codePointAt(from);
            if (!matches(c, blanks, chars)) {
                break;
            }
            from += Character.charCount(c);
        }
        while (right && from < to) {
            int c = text.codePointBefore(to);
            if (!matches(c, blanks, chars)) {
                break;
            }
            to -= Character.charCount(c);
        }
        return self.cut(from, to);
    }

    private static boolean matches(int c, boolean blanks, String chars) {
        return blanks ? Unicode.isSpace(c) : chars.indexOf(c) >= 0;
    }

    /// Replaces the first `count` occurrences, or all when it is negative.
    public static Str replace(Str self, String old, Str with, int count, Budget budget) {
        String text = self.text();
        if (count == 0 || !old.isEmpty() && !text.contains(old)) {
            return self;
        }
        TextBuilder out = new TextBuilder(budget, text.length() + 16);
        int from = 0;
        int done = 0;
        int at = old.isEmpty() ? 0 : text.indexOf(old);
        while (at >= 0 && at <= text.length() && (count < 0 || done < count)) {
            budget.step();
            out.append(self, from, at).append(with);
            done++;
            from = at + old.length();
            if (old.isEmpty()) {
                at = at < text.length() ? text.offsetByCodePoints(at, 1) : text.length() + 1;
            } else {
                at = text.indexOf(old, from);
            }
        }
        Str result = out.append(self, from, text.length()).build();
        return self.isMarkup() ? result.asMarkup() : result;
    }

    private static Str join(Str separator, Iterator<Value> parts, Budget budget) {
        TextBuilder out = new TextBuilder(budget);
        for (int i = 0; parts.hasNext(); i++) {
            Value next = parts.next();
            Value part = separator.isMarkup() ? Markup.escape(next, budget) : next;
            if (!(part instanceof Str str)) {
                throw Fault.type(
                        "sequence item "
                                + i
                                + ": expected str instance, "
                                + part.typeName()
                                + " found");
            }
            budget.step();
            if (i > 0) {
                out.append(separator);
            }
            out.append(str);
        }
        Str result = out.build();
        return separator.isMarkup() ? result.asMarkup() : result;
    }
}

package exemplar.template.render;

import static exemplar.template.render.Filters.charged;
import static exemplar.template.render.Filters.or;
import static exemplar.template.render.Filters.text;
import static exemplar.template.render.Filters.truthy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import exemplar.template.python.Iteration;
import exemplar.template.python.Markup;
import exemplar.template.value.Args;
import exemplar.template.value.DictValue;
import exemplar.template.value.DictView;
import exemplar.template.value.Fault;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Undefined;
import exemplar.template.value.Unicode;
import exemplar.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Filters for HTML, XML and web addresses.
final class HtmlFilters {
    static final Map<String, Filters.Filter> ALL =
            Map.of(
                    "escape", HtmlFilters::escape,
                    "e", HtmlFilters::escape,
                    "forceescape", HtmlFilters::forceEscape,
                    "safe", HtmlFilters::safe,
                    "striptags", HtmlFilters::stripTags,
                    "urlencode", HtmlFilters::urlEncode,
                    "urlize", HtmlFilters::urlize,
                    "xmlattr", HtmlFilters::xmlAttributes);

    private HtmlFilters() {}

    /// What a regular expression calls a word character.
    static boolean isWord(int c) {
        if (c < 128) {
            return c == '_' || Character.isLetterOrDigit(c);
        }
        return Character.isLetter(c)
                || UCharacter.getIntPropertyValue(c, UProperty.NUMERIC_TYPE) > 0;
    }

    private static Value escape(Value input, Args args, Run run) {
        args.bind("escape", 0);
        return Markup.escape(input, run.budget);
    }

    private static Value forceEscape(Value input, Args args, Run run) {
        args.bind("forceescape", 0);
        return Markup.force(text(input, run), run.budget);
    }

    private static Value safe(Value input, Args args, Run run) {
        args.bind("safe", 0);
        return text(input, run).asMarkup();
    }

    private static Value stripTags(Value input, Args args, Run run) {
        args.bind("striptags", 0);
        Str str = charged(text(input, run), run.budget);
        String bare = without(without(str.text(), "<!--", "-->"), "<", ">");
        String joined = String.join(" ", words(bare));
        return str.changed(Entities.unescape(joined)).asPlain();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || Unicode.isSpace(text.charAt(i));
            if (blank && i > from) {
                words.add(text.substring(from, i));
            }
            from = blank ? i + 1 : from;
        }
        return words;
    }

    /// Removes what lies between two marks, again and again from the start.
    private static String without(String text, String begin, String end) {
        StringBuilder out = new StringBuilder();
        String rest = text;
        int start = rest.indexOf(begin);
        while (start >= 0) {
            int stop = rest.indexOf(end, start);
            if (stop < 0) {
                break;
            }
            out.append(rest, 0, start);
            rest = rest.substring(stop + end.length());
            start = rest.indexOf(begin);
        }
        return out.append(rest).toString();
    }

    private static Value urlEncode(Value input, Args args, Run run) {
        args.bind("urlencode", 0);
        if (input instanceof Str || !Iteration.isIterable(input)) {
            Str str = charged(text(input, run), run.budget);
            return str.changed(quote(str.text(), "/")).asPlain();
        }
        Value pairs =
                input instanceof DictValue dict ? new DictView(dict, DictView.Kind.ITEMS) : input;
        List<String> parts = new ArrayList<>();
        for (Iterator<Value> items = Iteration.over(pairs, run.budget); items.hasNext(); ) {
            List<Value> pair = Iteration.list(items.next(), run.budget);
            if (pair.size() != 2) {
                throw Fault.value("urlencode needs pairs of a key and a value");
            }
            String key = quote(text(pair.get(0), run).text(), "").replace("%20", "+");
            parts.add(key + "=" + quote(text(pair.get(1), run).text(), "").replace("%20", "+"));
        }
        return Str.of(String.join("&", parts));
    }

    private static String quote(String text, String safe) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    c < 128 && (Character.isLetterOrDigit(c) || "_.-~".indexOf(c) >= 0)
                            || safe.indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append("%%%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    private static Value urlize(Value input, Args args, Run run) {
        Value[] given =
                args.bind(
                        "urlize",
                        0,
                        "trim_url_limit",
                        "nofollow",
                        "target",
                        "rel",
                        "extra_schemes");
        TreeSet<String> relations = new TreeSet<>(List.of("noopener"));
        if (given[3] instanceof Str rel) {
            relations.addAll(words(rel.text()));
        }
        if (truthy(given[1], false)) {
            relations.add("nofollow");
        }
        Value limit = or(given[0], None.NONE);
        List<String> schemes = new ArrayList<>();
        if (or(given[4], None.NONE) != None.NONE) {
            for (Value scheme : Iteration.list(given[4], run.budget)) {
                schemes.add(scheme(text(scheme, run)));
            }
        }
        Links links =
                new Links(
                        limit == None.NONE ? Integer.MAX_VALUE : Numbers.index(limit),
                        String.join(" ", relations),
                        given[2] instanceof Str target ? target.text() : "",
                        schemes,
                        run.budget);
        Str escaped = Markup.escape(charged(text(input, run), run.budget), run.budget);
        return escaped.changed(links.link(escaped.text())).asPlain();
    }

    /// A prefix of addresses, such as `tel:` or `ftp://`.
    private static String scheme(Str prefix) {
        String text = prefix.text();
        int colon = text.indexOf(':');
        boolean named =
                text.codePoints()
                        .limit(Math.max(0, colon))
                        .allMatch(c -> isWord(c) || ".+-".indexOf(c) >= 0);
        if (colon < 2 || !named || !List.of(":", ":/", "://").contains(text.substring(colon))) {
            throw Fault.of(
                    "FilterArgumentError", Repr.of(prefix) + " is not a valid URI scheme prefix.");
        }
        return text;
    }

    private static Value xmlAttributes(Value input, Args args, Run run) {
        boolean blank = truthy(args.bind("xmlattr", 0, "autospace")[0], true);
        if (input instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (!(input instanceof DictValue dict)) {
            throw Fault.type("xmlattr needs a dict, not " + input.typeName());
        }
        TextBuilder out = new TextBuilder(run.budget);
        for (DictValue.Entry entry : dict.entries()) {
            if (entry.value() == None.NONE || entry.value() instanceof Undefined) {
                continue;
            }
            if (!(entry.key() instanceof Str key)) {
                throw Fault.type("expected string or bytes-like object");
            }
            if (key.text().chars().anyMatch(c -> " \t\n\r\f\u000b/>=".indexOf(c) >= 0)) {
                throw Fault.value("Invalid character in attribute name: " + Repr.of(key));
            }
            out.append(out.length() > 0 || blank ? " " : "");
            out.append(Markup.escape(key, run.budget)).append("=\"");
            out.append(Markup.escape(entry.value(), run.budget)).append("\"");
        }
        return out.build();
    }
}

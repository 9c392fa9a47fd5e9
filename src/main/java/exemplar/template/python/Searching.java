package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.DictValue;
import exemplar.template.value.Fault;
import exemplar.template.value.None;
import exemplar.template.value.Numbers;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.TupleValue;
import exemplar.template.value.Undefined;
import exemplar.template.value.Value;
import java.util.List;

/// `find`, `count`, `startswith` and their like. Positions are code points.
final class Searching {
    private Searching() {}

    /// A part of a text, in UTF-16 offsets; an impossible one has `from > to`.
    private record Part(int from, int to) {}

    private static Part part(Str self, List<Value> given) {
        int size = self.length();
        int start = bound(given, 1, 0, size);
        int end = bound(given, 2, size, size);
        if (start > size) {
            return new Part(1, 0);
        }
        return new Part(self.offset(start), self.offset(Math.max(0, Math.min(end, size))));
    }

    private static int bound(List<Value> given, int index, int otherwise, int size) {
        if (given.size() <= index || given.get(index) == None.NONE) {
            return otherwise;
        }
        int wanted = Slicing.index(given.get(index));
        return wanted < 0 ? Math.max(0, wanted + size) : wanted;
    }

    static int find(Str self, List<Value> given, boolean last) {
        String wanted = StrMethods.text(given.get(0), "find").text();
        Part part = part(self, given);
        int highest = part.to - wanted.length();
        if (part.from > highest) {
            return -1;
        }
        int at =
                last
                        ? self.text().lastIndexOf(wanted, highest)
                        : self.text().indexOf(wanted, part.from);
        if (at < part.from || at > highest) {
            return -1;
        }
        return self.isFlat() ? at : self.text().codePointCount(0, at);
    }

    static int count(Str self, List<Value> given) {
        String wanted = StrMethods.text(given.get(0), "count").text();
        Part part = part(self, given);
        if (part.from > part.to) {
            return 0;
        }
        if (wanted.isEmpty()) {
            return self.text().codePointCount(part.from, part.to) + 1;
        }
        int count = 0;
        int at = self.text().indexOf(wanted, part.from);
        while (at >= 0 && at + wanted.length() <= part.to) {
            count++;
            at = self.text().indexOf(wanted, at + wanted.length());
        }
        return count;
    }

    static boolean edge(Str self, List<Value> given, boolean end) {
        Part part = part(self, given);
        if (given.get(0) instanceof TupleValue tuple) {
            return tuple.items().stream().anyMatch(item -> edge(self, part, item, end));
        }
        return edge(self, part, given.get(0), end);
    }

    private static boolean edge(Str self, Part part, Value wanted, boolean end) {
        if (wanted instanceof Undefined u) {
            throw Fault.undefined(u);
        }
        if (!(wanted instanceof Str str)) {
            throw Fault.type(
                    (end ? "endswith" : "startswith")
                            + " first arg must be str or a tuple of str, not "
                            + wanted.typeName());
        }
        String text = str.text();
        if (part.from + text.length() > part.to) {
            return false;
        }
        return self.text().startsWith(text, end ? part.to - text.length() : part.from);
    }

    /// With a dict from code points to texts, code points or `None`.
    private static String character(Value code) {
        long c = Numbers.position(code);
        if (c < 0 || c > Character.MAX_CODE_POINT) {
            throw Fault.value("character mapping must be in range(0x110000)");
        }
        return Character.toString((int) c);
    }

    static Str translate(Str self, Value table, Budget budget) {
        if (!(table instanceof DictValue dict)) {
            throw Fault.type("translate() needs a dict");
        }
        TextBuilder out = new TextBuilder(budget);
        for (int i = 0; i < self.text().length(); ) {
            int c = self.text().codePointAt(i);
            int next = i + Character.charCount(c);
            switch (dict.find((Object) (long) c)) {
                case Str str -> out.append(str);
                case None none -> {}
                case Undefined none -> out.append(self, i, next);
                case Value code when Numbers.isInteger(code) -> out.append(character(code));
                default -> throw Fault.type("character mapping must return integer, None or str");
            }
            i = next;
        }
        Str result = out.build();
        return self.isMarkup() ? result.asMarkup() : result;
    }
}

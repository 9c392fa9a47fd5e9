package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Fault;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;

/// `center`, `ljust`, `rjust`, `zfill` and `expandtabs`.
public final class Padding {
    private Padding() {}

    /// @param how the name of the method
    public static Str pad(Str self, int width, Str fill, String how, Budget budget) {
        if (fill.length() != 1) {
            throw Fault.type("The fill character must be exactly one character long");
        }
        int missing = width - self.length();
        if (missing <= 0) {
            return self;
        }
        int left =
                switch (how) {
                    case "rjust" -> missing;
                    case "ljust" -> 0;
                    default -> missing / 2 + (missing & width & 1);
                };
        budget.text(width);
        Str padding = fill.asPlain();
        Str result =
                new TextBuilder(budget, width)
                        .append(repeat(padding, left))
                        .append(self)
                        .append(repeat(padding, missing - left))
                        .build();
        return self.isMarkup() ? result.asMarkup() : result;
    }

    private static Str repeat(Str fill, int count) {
        return Str.of(fill.text().repeat(count), fill.runs().merged());
    }

    static Str zeros(Str self, int width, Budget budget) {
        int missing = width - self.length();
        if (missing <= 0) {
            return self;
        }
        budget.text(width);
        boolean sign = self.text().startsWith("-") || self.text().startsWith("+");
        int head = sign ? 1 : 0;
        Str result =
                new TextBuilder(budget, width)
                        .append(self, 0, head)
                        .append("0".repeat(missing))
                        .append(self, head, self.text().length())
                        .build();
        return self.isMarkup() ? result.asMarkup() : result;
    }

    static Str expandTabs(Str self, int size, Budget budget) {
        String text = self.text();
        TextBuilder out = new TextBuilder(budget, text.length() + 16);
        int column = 0;
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                int blanks = size > 0 ? size - column % size : 0;
                budget.text(blanks);
                out.append(self, kept, i);
                out.append(new Str(" ".repeat(blanks), self.runs().slice(i, i + 1), false));
                kept = i + 1;
                column += blanks;
            } else if (!Character.isLowSurrogate(c)) {
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        Str result = out.append(self, kept, text.length()).build();
        return self.isMarkup() ? result.asMarkup() : result;
    }
}

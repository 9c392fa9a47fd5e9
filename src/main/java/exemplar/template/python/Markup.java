package exemplar.template.python;

import exemplar.template.value.Budget;
import exemplar.template.value.Repr;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Value;

/// HTML escaping as MarkupSafe does it.
public final class Markup {
    private Markup() {}

    /// Escapes what is not marked safe yet; the result is marked safe.
    public static Str escape(Value value, Budget budget) {
        Str str = Repr.str(value, budget);
        return str.isMarkup() ? str : force(str, budget);
    }

    /// Escapes even what is marked safe.
    public static Str force(Str str, Budget budget) {
        String text = str.text();
        TextBuilder out = new TextBuilder(budget, text.length() + 16);
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                out.append(str, kept, i);
                out.append(new Str(entity, str.runs().slice(i, i + 1), false));
                kept = i + 1;
            }
        }
        if (kept == 0) {
            return str.asMarkup();
        }
        return out.append(str, kept, text.length()).build().asMarkup();
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\'' -> "&#39;";
            case '"' -> "&#34;";
            default -> "";
        };
    }
}

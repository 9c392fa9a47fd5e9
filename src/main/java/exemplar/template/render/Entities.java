package exemplar.template.render;

import java.util.Map;

/// HTML character references, the common names and all numbers.
final class Entities {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00a0"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("hellip", "…"),
                    Map.entry("mdash", "—"),
                    Map.entry("ndash", "–"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"),
                    Map.entry("bull", "•"),
                    Map.entry("middot", "·"),
                    Map.entry("deg", "°"),
                    Map.entry("times", "×"),
                    Map.entry("divide", "÷"),
                    Map.entry("plusmn", "±"),
                    Map.entry("euro", "€"),
                    Map.entry("pound", "£"),
                    Map.entry("yen", "¥"),
                    Map.entry("cent", "¢"),
                    Map.entry("sect", "§"),
                    Map.entry("para", "¶"),
                    Map.entry("aacute", "á"),
                    Map.entry("eacute", "é"),
                    Map.entry("egrave", "è"),
                    Map.entry("agrave", "à"),
                    Map.entry("ccedil", "ç"),
                    Map.entry("ntilde", "ñ"),
                    Map.entry("auml", "ä"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("szlig", "ß"),
                    Map.entry("larr", "←"),
                    Map.entry("rarr", "→"));

    private Entities() {}

    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int and = text.indexOf('&', at);
            if (and < 0) {
                break;
            }
            out.append(text, at, and);
            int end = text.indexOf(';', and);
            String name = end > and && end - and < 12 ? text.substring(and + 1, end) : "";
            String meant = name.startsWith("#") ? number(name) : NAMES.getOrDefault(name, "");
            if (meant.isEmpty()) {
                out.append('&');
                at = and + 1;
            } else {
                out.append(meant);
                at = end + 1;
            }
        }
        return out.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    private static String number(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || digits.length() > 7) {
            return "";
        }
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return "";
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "\uFFFD";
    }
}

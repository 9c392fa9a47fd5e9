package exemplar.template.render;

import exemplar.template.value.Budget;
import exemplar.template.value.Unicode;
import java.util.List;
import java.util.regex.Pattern;

/// Turns the addresses in an escaped text into links, by Jinja2's rules.
///
/// @param limit shown addresses are cut to so many characters
record Links(int limit, String relation, String target, List<String> schemes, Budget budget) {
    private static final Pattern HTTP =
            Pattern.compile(
                    "^((https?://|www\\.)(([\\w%-]+\\.)+)?([a-z]{2,63}|xn--[\\w%]{2,59})"
                            + "|([\\w%-]{2,63}\\.)+(com|net|int|edu|gov|org|info|mil)"
                            + "|(https?://)((([\\d]{1,3})(\\.[\\d]{1,3}){3})"
                            + "|(\\[([\\da-f]{0,4}:){2}([\\da-f]{0,4}:?){1,6}])))"
                            + "(?::[\\d]{1,5})?(?:[/?#]\\S*)?$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MAIL =
            Pattern.compile("^\\S+@\\w[\\w.-]*\\.\\w+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST = 2000;
    private static final String[][] PAIRS = {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};

    String link(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Unicode.isSpace(text.charAt(end))) {
                end++;
            }
            budget.step();
            out.append(word(text.substring(at, end)));
            int next = Unicode.skipSpace(text, end);
            out.append(text, end, next);
            at = next;
        }
        return out.toString();
    }

    private static int opening(String word) {
        int at = 0;
        while (true) {
            if (word.startsWith("(", at) || word.startsWith("<", at)) {
                at++;
            } else if (word.startsWith("&lt;", at)) {
                at += 4;
            } else {
                return at;
            }
        }
    }

    private static int closing(String word) {
        int end = word.length();
        while (end > 0) {
            if (")>.,\n".indexOf(word.charAt(end - 1)) >= 0) {
                end--;
            } else if (word.startsWith("&gt;", end - 4)) {
                end -= 4;
            } else {
                break;
            }
        }
        return end;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private String word(String word) {
        int open = opening(word);
        String head = word.substring(0, open);
        String middle = word.substring(open);
        int close = closing(middle);
        String tail = middle.substring(close);
        middle = middle.substring(0, close);
        for (String[] pair : PAIRS) {
            int starts = count(middle, pair[0]);
            if (starts <= count(middle, pair[1])) {
                continue;
            }
            int moves = Math.min(starts, count(tail, pair[1]));
            for (int i = 0; i < moves; i++) {
                int end = tail.indexOf(pair[1]) + pair[1].length();
                middle += tail.substring(0, end);
                tail = tail.substring(end);
            }
        }
        return head + linked(middle) + tail;
    }

    private String linked(String address) {
        if (address.length() > LONGEST || address.length() < 4) {
            return address;
        }
        if (HTTP.matcher(address).find()) {
            boolean full = address.startsWith("https://") || address.startsWith("http://");
            return anchor(full ? address : "https://" + address, trimmed(address));
        }
        if (address.startsWith("mailto:") && MAIL.matcher(address.substring(7)).find()) {
            return "<a href=\"" + address + "\">" + address.substring(7) + "</a>";
        }
        if (address.indexOf('@') > 0
                && !address.startsWith("www.")
                && address.indexOf(':') < 0
                && MAIL.matcher(address).find()) {
            return "<a href=\"mailto:" + address + "\">" + address + "</a>";
        }
        String result = address;
        for (String scheme : schemes) {
            if (!result.equals(scheme) && result.startsWith(scheme)) {
                result = anchor(result, result);
            }
        }
        return result;
    }

    private String anchor(String address, String shown) {
        return "<a href=\""
                + address
                + "\""
                + (relation.isEmpty() ? "" : " rel=\"" + relation + "\"")
                + (target.isEmpty() ? "" : " target=\"" + target + "\"")
                + ">"
                + shown
                + "</a>";
    }

    private String trimmed(String address) {
        int length = address.codePointCount(0, address.length());
        return length > limit
                ? address.substring(0, address.offsetByCodePoints(0, Math.max(0, limit))) + "..."
                : address;
    }
}

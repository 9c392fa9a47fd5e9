package exemplar.template.python;

import exemplar.template.value.Fault;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// `strftime` in English.
public final class TimeFormat {
    private TimeFormat() {}

    public static String format(LocalDateTime time, String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            boolean bare = directive == '-' && i + 1 < format.length();
            String part = part(time, bare ? format.charAt(++i) : directive);
            out.append(bare && part.startsWith("0") && part.length() > 1 ? strip(part) : part);
        }
        return out.toString();
    }

    private static String strip(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private static String part(LocalDateTime t, char directive) {
        int hour = t.getHour() % 12 == 0 ? 12 : t.getHour() % 12;
        int weekday = t.getDayOfWeek().getValue() % 7;
        return switch (directive) {
            case 'd' -> two(t.getDayOfMonth());
            case 'e' -> "%2d".formatted(t.getDayOfMonth());
            case 'm' -> two(t.getMonthValue());
            case 'y' -> two(t.getYear() % 100);
            case 'Y' -> Integer.toString(t.getYear());
            case 'H' -> two(t.getHour());
            case 'I' -> two(hour);
            case 'M' -> two(t.getMinute());
            case 'S' -> two(t.getSecond());
            case 'f' -> "%06d".formatted(t.getNano() / 1000);
            case 'p' -> t.getHour() < 12 ? "AM" : "PM";
            case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'j' -> "%03d".formatted(t.getDayOfYear());
            case 'w' -> Integer.toString(weekday);
            case 'u' -> Integer.toString(t.getDayOfWeek().getValue());
            case 'U' -> two((t.getDayOfYear() + 6 - weekday) / 7);
            case 'W' -> two((t.getDayOfYear() + 6 - (weekday + 6) % 7) / 7);
            case 'F' -> format(t, "%Y-%m-%d");
            case 'T', 'X' -> format(t, "%H:%M:%S");
            case 'R' -> format(t, "%H:%M");
            case 'D', 'x' -> format(t, "%m/%d/%y");
            case 'c' -> format(t, "%a %b %e %H:%M:%S %Y");
            case 'Z', 'z' -> "";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> throw Fault.value("strftime has no directive %" + directive);
        };
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}

package exemplar.ui.demonstrations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// How long ago something was, as people say it.
record Ago(Wording words) {
    private static final Duration NOW = Duration.ofMinutes(1);
    private static final Duration RECENT = Duration.ofMinutes(60);

    String of(Instant then, Instant now) {
        Duration ago = Duration.between(then, now);
        if (ago.compareTo(NOW) < 0) {
            return words.text("time.just");
        }
        if (ago.compareTo(RECENT) < 0) {
            return words.text("time.minutes", ago.toMinutes());
        }
        return words.text("time.at", clock(then));
    }

    /// The time of day.
    String clock(Instant then) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(then.atZone(ZoneId.systemDefault()));
    }
}

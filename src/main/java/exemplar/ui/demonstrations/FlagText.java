package exemplar.ui.demonstrations;

import exemplar.evidence.Flag;
import exemplar.evidence.FlagKind;
import exemplar.evidence.Likeness;
import exemplar.model.Example;
import exemplar.ui.control.FlagChip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Findings in words: one or two for a chip, a sentence with the evidence for everything else.
final class FlagText {
    private static final Map<Integer, String> NAMES =
            new TreeMap<>(
                    Map.of(
                            0xa0, "no-break space",
                            0x202f, "narrow no-break space",
                            0xad, "soft hyphen",
                            0x200b, "zero-width space",
                            0x200c, "zero-width non-joiner",
                            0x200d, "zero-width joiner",
                            0x200e, "left-to-right mark",
                            0x200f, "right-to-left mark",
                            0xfeff, "byte order mark"));

    private final Board board;
    private final Wording words;

    FlagText(Board board) {
        this.board = board;
        this.words = board.words();
    }

    /// How grave a kind of finding is.
    static FlagChip.Tone tone(FlagKind kind) {
        return switch (kind) {
            case CONFLICT, LEAK, UNKNOWN_LABEL -> FlagChip.Tone.BAD;
            case EMPTY, UNLABELLED, INVISIBLE, TRAILING_SPACE -> FlagChip.Tone.LOOK;
            case DIRECTION -> FlagChip.Tone.NOTE;
            case DUPLICATE, SCRIPTS, BRACES -> FlagChip.Tone.PLAIN;
        };
    }

    /// The name of a kind, for chips that count.
    String plural(FlagKind kind) {
        return words.text("flags." + kind.word());
    }

    /// A finding in a word or two.
    String word(Flag flag) {
        String word = words.text("flag." + flag.kind().word());
        return switch (flag) {
            case Flag.Scripts scripts -> String.join(" + ", scripts.scripts());
            case Flag.Duplicate duplicate -> word + " · " + duplicate.others().getFirst().id();
            case Flag.Conflict conflict -> word + " · " + conflict.others().getFirst().gold();
            case Flag.Leaked leaked -> word + " · " + leaked.other().id();
            default -> word;
        };
    }

    /// A finding as a sentence.
    String evidence(Flag flag, Example example) {
        String key = "evidence." + flag.kind().word();
        return switch (flag) {
            case Flag.Duplicate duplicate -> {
                Flag.Other other = duplicate.others().getFirst();
                String how = key + '.' + other.likeness().name().toLowerCase(Locale.ROOT);
                yield words.text(how, other.id(), duplicate.count(), floor(other));
            }
            case Flag.Conflict conflict -> {
                Flag.Other other = conflict.others().getFirst();
                yield words.text(
                        near(key, other), other.id(), other.gold(), example.gold(), floor(other));
            }
            case Flag.Leaked leaked ->
                    words.text(
                            near(key + '.' + board.sideProperty().get().word(), leaked.other()),
                            leaked.other().id(),
                            floor(leaked.other()));
            case Flag.EmptyField empty -> words.text(key, empty.field());
            case Flag.Unlabelled unlabelled -> words.text(key);
            case Flag.UnknownLabel unknown -> words.text(key, unknown.gold());
            case Flag.Scripts scripts ->
                    words.text(key, scripts.field(), String.join(" + ", scripts.scripts()));
            case Flag.Direction turn ->
                    words.text(key + (turn.beginsRightToLeft() ? ".rtl" : ".ltr"), turn.field());
            case Flag.Invisible invisible ->
                    words.text(
                            key,
                            invisible.field(),
                            invisible.count(),
                            names(invisible.codePoints()));
            case Flag.TrailingSpace space -> words.text(key, space.field(), space.count());
            case Flag.Braces braces ->
                    words.text(key, braces.field(), braces.excerpt())
                            + ". "
                            + words.text("evidence.braces.note");
        };
    }

    /// A text that is only nearly the same is not said to be the same.
    private static String near(String key, Flag.Other other) {
        return other.likeness() == Likeness.NEAR ? key + ".near" : key;
    }

    /// Not rounded up to "100 %", which it is not.
    private static double floor(Flag.Other other) {
        return other.likeness() == Likeness.NEAR
                ? Math.min(0.99, other.similarity())
                : other.similarity();
    }

    private static String names(List<Integer> codePoints) {
        return codePoints.stream()
                .map(c -> NAMES.getOrDefault(c, String.format(Locale.ROOT, "U+%04X", c)))
                .collect(Collectors.joining(", "));
    }
}

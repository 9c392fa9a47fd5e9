package exemplar.ui.prompt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A page as it is laid out: one block for each line, several for a line too long to be laid out at
/// once. Offsets are those of the whole text. Pure.
///
/// @param blocks in order; at least one
record Sheet(String text, List<Block> blocks) {
    /// Characters of a block at most. A longer line is cut at a space, where it would be wrapped
    /// anyway: laying out one line takes time that grows faster than its length.
    static final int MOST = 2_000;

    /// What stands between two offsets of one line.
    ///
    /// @param number of the line, counted from 0
    /// @param end without the line's end
    /// @param first whether the line begins here
    /// @param last whether the line ends here
    record Block(
            PromptPage.Line line,
            int number,
            int start,
            int end,
            List<PromptPage.Piece> pieces,
            boolean first,
            boolean last) {

        /// Whether it looks the same, wherever it stands.
        boolean looksLike(Block other) {
            return first == other.first && pieces.equals(other.pieces);
        }
    }

    static Sheet of(PromptPage page) {
        List<Block> blocks = new ArrayList<>(page.lines().size() + 1);
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (PromptPage.Line line : page.lines()) {
            int start = text.length();
            if (number > 0) {
                text.append('\n');
                start++;
            }
            line.pieces().forEach(p -> text.append(p.text()));
            int length = text.length() - start;
            if (length <= MOST) {
                blocks.add(
                        new Block(line, number, start, start + length, line.pieces(), true, true));
            } else {
                cut(line, number, start, text.substring(start), blocks);
            }
            number++;
        }
        if (blocks.isEmpty()) {
            PromptPage.Line none =
                    new PromptPage.Line(
                            List.of(),
                            java.util.Optional.empty(),
                            -1,
                            java.util.Optional.empty(),
                            java.util.Optional.empty());
            blocks.add(new Block(none, 0, 0, 0, List.of(), true, true));
        }
        return new Sheet(text.toString(), List.copyOf(blocks));
    }

    private static void cut(
            PromptPage.Line line, int number, int start, String text, List<Block> blocks) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int from = 0;
        while (from < text.length()) {
            int to = text.length();
            if (to - from > MOST) {
                int space = text.lastIndexOf(' ', from + MOST - 1);
                int whole = characters.preceding(from + MOST + 1);
                to = space > from + MOST / 2 ? space + 1 : whole > from ? whole : from + MOST;
            }
            blocks.add(
                    new Block(
                            line,
                            number,
                            start + from,
                            start + to,
                            pieces(line, from, to),
                            from == 0,
                            to == text.length()));
            from = to;
        }
    }

    private static List<PromptPage.Piece> pieces(PromptPage.Line line, int from, int to) {
        List<PromptPage.Piece> part = new ArrayList<>();
        int at = 0;
        for (PromptPage.Piece piece : line.pieces()) {
            int end = at + piece.text().length();
            if (end > from && at < to) {
                part.add(
                        new PromptPage.Piece(
                                piece.text()
                                        .substring(Math.max(from - at, 0), Math.min(to, end) - at),
                                piece.classes()));
            }
            at = end;
        }
        return List.copyOf(part);
    }

    /// Index of the block an offset is in; the end of a block that is not its line's belongs to the
    /// next.
    int blockAt(int offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The line a character stands on.
    int lineAt(int offset) {
        return blocks.get(blockAt(offset)).number();
    }

    /// The first block of a line; empty when there is no such line.
    OptionalInt blockOfLine(int number) {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).number() == number)
                .findFirst();
    }

    /// From the beginning of a line to its end.
    Marked line(int number) {
        List<Block> its = blocks.stream().filter(b -> b.number() == number).toList();
        return its.isEmpty()
                ? Marked.NOTHING
                : new Marked(its.getFirst().start(), its.getLast().end());
    }

    /// How many blocks at the beginning look the same as those of another sheet.
    int sameHead(Sheet other) {
        int most = Math.min(blocks.size(), other.blocks.size());
        int head = 0;
        while (head < most && blocks.get(head).looksLike(other.blocks.get(head))) {
            head++;
        }
        return head;
    }

    /// How many blocks at the end look the same, beside those at the beginning.
    int sameTail(Sheet other, int head) {
        int most = Math.min(blocks.size(), other.blocks.size()) - head;
        int tail = 0;
        while (tail < most
                && blocks.get(blocks.size() - 1 - tail)
                        .looksLike(other.blocks.get(other.blocks.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }
}

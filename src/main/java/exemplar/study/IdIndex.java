package exemplar.study;

import exemplar.study.line.Line;

/// From ids to rows: an open-addressed table of rows, eight bytes an example.
final class IdIndex {
    private final int[] table;

    IdIndex(Examples examples) {
        table = new int[Math.max(8, Integer.highestOneBit(Math.max(1, examples.size())) * 4)];
        int row = 0;
        for (Line[] chunk : examples.chunks) {
            for (Line line : chunk) {
                int place = place(line.idHash());
                while (table[place] != 0) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = ++row;
            }
        }
    }

    private int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & table.length - 1;
    }

    int find(Examples examples, String id) {
        int hash = Line.hash(id);
        for (int place = place(hash); table[place] != 0; place = place + 1 & table.length - 1) {
            Line line = examples.line(table[place] - 1);
            if (line.idHash() == hash && line.id().equals(id)) {
                return table[place] - 1;
            }
        }
        return -1;
    }

    static int search(Examples examples, String id) {
        int hash = Line.hash(id);
        int row = 0;
        for (Line[] chunk : examples.chunks) {
            for (Line line : chunk) {
                if (line.idHash() == hash && line.id().equals(id)) {
                    return row;
                }
                row++;
            }
        }
        return -1;
    }
}

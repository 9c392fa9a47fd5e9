package exemplar.study.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the first row of a table names its columns, and what they are called.
///
/// @param rows the first rows
/// @param names words that are likely names of columns
/// @param labels words that are no names of columns
record Headers(List<List<String>> rows, List<String> names, List<String> labels) {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_#][\\p{L}\\p{N} _.:/()\\[\\]#-]{0,48}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,eE+-]*");

    boolean present() {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first = rows.getFirst();
        for (String cell : first) {
            if (labels.contains(cell.strip())) {
                return false;
            }
        }
        for (String cell : first) {
            if (names.contains(normal(cell))) {
                return true;
            }
        }
        if (rows.size() < 2) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < first.size(); column++) {
            String name = first.get(column).strip();
            if (!NAME.matcher(name).matches() || !seen.add(name) || again(column, name)) {
                return false;
            }
        }
        for (int column = 0; column < first.size(); column++) {
            if (numbersBelow(column)
                    || labelsBelow(column)
                    || longerBelow(column, first.get(column))) {
                return true;
            }
        }
        return false;
    }

    private List<String> below(int column) {
        List<String> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (column < row.size()) {
                cells.add(row.get(column).strip());
            }
        }
        return cells;
    }

    private boolean again(int column, String name) {
        return below(column).contains(name);
    }

    private boolean numbersBelow(int column) {
        List<String> cells = below(column);
        return !cells.isEmpty() && cells.stream().allMatch(c -> NUMBER.matcher(c).matches());
    }

    /// The first row holds no label, as was asked before.
    private boolean labelsBelow(int column) {
        List<String> cells = below(column);
        return !cells.isEmpty() && labels.containsAll(cells);
    }

    private boolean longerBelow(int column, String name) {
        double average = below(column).stream().mapToInt(String::length).average().orElse(0);
        return average > 24 && name.length() * 3 < average;
    }

    /// Names for so many columns, unique and none empty.
    List<String> columns(boolean header, int count) {
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<String> first = header && !rows.isEmpty() ? rows.getFirst() : List.of();
        for (int i = 0; i < Math.max(count, first.size()); i++) {
            String wanted = i < first.size() ? first.get(i).strip() : "";
            String name = wanted.isEmpty() ? "column " + (i + 1) : wanted;
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            columns.add(unique);
        }
        return columns;
    }

    /// A name as names are compared: small letters and digits only.
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

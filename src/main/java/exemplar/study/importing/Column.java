package exemplar.study.importing;

import java.util.List;

/// A column of a file.
///
/// @param name from the header, or `column 3`; unique within the file
/// @param samples what stands in it in the first rows that have something there, shortened
public record Column(String name, List<String> samples) {
    public Column {
        samples = List.copyOf(samples);
    }
}

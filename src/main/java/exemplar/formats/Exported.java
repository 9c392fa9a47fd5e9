package exemplar.formats;

import java.util.List;

/// An export before it is written.
///
/// @param files the main one first
/// @param losses what the format cannot say, as sentences; empty when nothing is lost
public record Exported(List<ExportFile> files, List<String> losses) {
    public Exported {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
    }
}

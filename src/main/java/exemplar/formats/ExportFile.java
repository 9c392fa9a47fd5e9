package exemplar.formats;

/// One file of an export.
///
/// @param name relative to the export's folder, with `/` between folders
/// @param text written as UTF-8
public record ExportFile(String name, String text) {}

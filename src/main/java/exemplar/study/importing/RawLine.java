package exemplar.study.importing;

/// A line of a file.
///
/// @param number from 1
/// @param text without its end
/// @param end `\n`, `\r\n`, `\r`, or empty behind the last one
/// @param fault why it cannot be used, as a sentence without its full stop; empty when it can
record RawLine(long number, String text, String end, String fault) {

    boolean isBlank() {
        return text.isBlank();
    }
}

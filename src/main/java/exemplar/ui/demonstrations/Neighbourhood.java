package exemplar.ui.demonstrations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What lies outside the pane and belongs to the window: import, and the state of the open study.
public interface Neighbourhood {
    /// What is known about the study as opened.
    ///
    /// @param readOnly why it cannot be edited; empty when it can
    /// @param loading what is still being opened; empty when everything is there
    /// @param brokenLines lines that could not be read, each as `file, line n: what`
    record Opened(Optional<String> readOnly, Optional<String> loading, List<String> brokenLines) {
        public Opened {
            brokenLines = List.copyOf(brokenLines);
        }

        public static final Opened WELL =
                new Opened(Optional.empty(), Optional.empty(), List.of());
    }

    Opened opened();

    /// Opens the import sheet, with these files when there are any.
    void importFiles(List<Path> files);

    /// Opens the import sheet with text from the clipboard, to become rows.
    void importText(String text);
}

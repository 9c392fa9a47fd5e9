package exemplar.formats;

import java.util.List;

/// A format of another tool. Stateless; pure.
public interface Exporter {

    /// The word on the command line, such as `jinja2`.
    String name();

    /// What a person gets, as half a sentence.
    String description();

    /// The design in this format, with what the format cannot say of it.
    ///
    /// @throws ExportFault with a sentence, when it cannot say it at all
    Exported export(Subject subject) throws ExportFault;

    /// Reads an export again, as another tool would, and compares it with the prompts as they are
    /// sent: one sentence a difference, none when all are the same.
    ///
    /// @param files as they were read back
    List<String> differences(List<ExportFile> files, Subject subject) throws ExportFault;
}

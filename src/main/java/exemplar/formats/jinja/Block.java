package exemplar.formats.jinja;

/// A part of a design on its way into one template.
sealed interface Block {

    /// It says the same for every item.
    record Fixed(String text) implements Block {}

    /// It depends on what the template is given.
    ///
    /// @param source template source that writes it
    /// @param filled whether it writes something whatever it is given
    record Live(String source, boolean filled) implements Block {}

    /// It stands once for each demonstration the template is given.
    record Each(Live demonstration) implements Block {}
}

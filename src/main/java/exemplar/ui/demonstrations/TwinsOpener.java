package exemplar.ui.demonstrations;

/// Opens the desk of duplicates, conflicts and leaks at the case of an example.
@FunctionalInterface
interface TwinsOpener {
    void open(String id);
}

package exemplar.study.importing;

/// Told now and then how far reading is, on the reading thread.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = (rows, share) -> {};

    /// @param rows read so far
    /// @param share of the file's bytes, 0 to 1
    void read(long rows, double share);
}

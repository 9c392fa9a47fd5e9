package exemplar.model;

/// In which sequence selected demonstrations stand: as the selector ranked them, the other way
/// round (nearest last), as in the pool, shuffled by the selection's seed, or grouped by label.
public enum Order {
    AS_SELECTED,
    REVERSED,
    POOL,
    SHUFFLED,
    BY_LABEL
}

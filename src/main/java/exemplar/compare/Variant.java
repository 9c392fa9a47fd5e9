package exemplar.compare;

/// One column of a comparison: a design asked of a model.
public record Variant(String design, String model) {

    /// Shown to people: `design · model`.
    public String title() {
        return design + " · " + model;
    }
}

package exemplar.backend.llama;

import exemplar.backend.Fault;

/// The engine cannot do what it was asked, with a sentence for a person.
public final class EngineFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public EngineFault(String sentence) {
        this(new Fault.Unable(sentence));
    }

    EngineFault(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    /// The same as a value.
    Fault fault() {
        return fault;
    }
}

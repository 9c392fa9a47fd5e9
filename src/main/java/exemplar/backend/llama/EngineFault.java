package exemplar.backend.llama;

/// The engine cannot do what it was asked, with a sentence for a person.
public final class EngineFault extends Exception {
    private static final long serialVersionUID = 1;

    public EngineFault(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

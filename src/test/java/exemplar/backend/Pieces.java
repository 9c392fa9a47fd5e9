package exemplar.backend;

import java.util.ArrayList;
import java.util.List;

/// Keeps the pieces of an answer as they come; what was thought aloud is told apart.
public final class Pieces implements Answerer.Sink {
    private final List<String> all = new ArrayList<>();

    @Override
    public void text(String piece) {
        all.add(piece);
    }

    @Override
    public void thought(String piece) {
        all.add("thought: " + piece);
    }

    public List<String> all() {
        return all;
    }
}

package exemplar.ui.shell;

import exemplar.backend.TokenPieces;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.ModelCard;
import exemplar.text.RememberedTokens;
import exemplar.text.TokenCounter;
import exemplar.text.Tokenizers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the chosen model cuts texts into tokens, and how many it takes. An estimate until somebody
/// [wants][#want] better, since a model's own tokenizer comes with the model, which takes a second
/// and a hundred megabytes. On the screen's thread.
public final class ModelTokens {

    /// @param counter cuts texts; say *estimate* where it is not exact
    /// @param context most tokens of prompt and answer together; 0 when unknown
    public record Room(TokenCounter counter, int context) {}

    private static final Room ESTIMATE = new Room(remembered(Tokenizers.estimate()), 0);

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Room> room = new ReadOnlyObjectWrapper<>(ESTIMATE);
    private boolean wanted;
    private long asked;

    ModelTokens(Workspace workspace) {
        this.workspace = workspace;
        workspace.model().subscribe(m -> find());
        // The chosen model may have been fetched just now.
        workspace.models().subscribe(() -> find());
    }

    /// The room of the chosen model, as well as it is known now.
    public ReadOnlyObjectProperty<Room> room() {
        return room.getReadOnlyProperty();
    }

    /// Asks for the model's own tokenizer, now and for models chosen later.
    public void want() {
        if (!wanted) {
            wanted = true;
            find();
        }
    }

    private void find() {
        long mine = ++asked;
        String model = workspace.model().get();
        if (model.isEmpty()) {
            room.set(ESTIMATE);
            return;
        }
        boolean load = wanted;
        workspace.jobs().screen().afterPaint(() -> find(mine, model, load));
    }

    private void find(long mine, String model, boolean load) {
        if (mine != asked) {
            return;
        }
        workspace
                .jobs()
                .background(
                        () -> of(workspace.gateway(), model, load),
                        found -> {
                            if (mine == asked) {
                                room.set(found);
                            }
                        },
                        e -> {
                            if (mine == asked) {
                                room.set(ESTIMATE);
                            }
                        });
    }

    private static Room of(Gateway gateway, String model, boolean load) throws IOException {
        Optional<ModelCard> card = gateway.model(model);
        int context = card.map(c -> c.abilities().context()).orElse(0);
        if (card.isEmpty() || !card.get().available()) {
            return new Room(ESTIMATE.counter(), context);
        }
        return switch (gateway.access(model)) {
            case Gateway.Accessed(TokenPieces pieces, String id) when load -> {
                TokenCounter own = Tokenizers.told(model, text -> pieces(pieces, id, text));
                // Loads the model; a fault shows here and not at the first prompt.
                own.count("a");
                yield new Room(remembered(own), context);
            }
            case Gateway.Accessed(var backend, String id) ->
                    new Room(
                            backend instanceof TokenPieces
                                    ? ESTIMATE.counter()
                                    : remembered(Tokenizers.ofModel(id)),
                            context);
            case Gateway.NoAccess no -> new Room(ESTIMATE.counter(), context);
        };
    }

    private static List<String> pieces(TokenPieces pieces, String id, String text) {
        try {
            return pieces.pieces(id, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TokenCounter remembered(TokenCounter counter) {
        return new RememberedTokens(counter);
    }
}

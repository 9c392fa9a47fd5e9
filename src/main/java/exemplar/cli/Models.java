package exemplar.cli;

import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.ModelCard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Looks models up by name, with sentences for what is not there.
final class Models {
    private Models() {}

    /// Ends the command unless every model is there and can be asked questions.
    static void require(Gateway gateway, List<String> names) throws IOException {
        available(gateway, names);
        for (String name : names) {
            Optional<String> silent = gateway.model(name).flatMap(ModelCard::silent);
            if (silent.isPresent()) {
                throw new Trouble(
                        "the model '%s' cannot be asked: %s".formatted(name, silent.get()));
            }
        }
    }

    /// Ends the command unless every model is there and can be reached, be it for vectors only.
    static void available(Gateway gateway, List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new Trouble("no model to ask: name one with --models, such as --models mock");
        }
        for (String name : names) {
            Optional<ModelCard> card = gateway.model(name);
            if (card.isEmpty()) {
                throw new Trouble(missing(gateway, name));
            }
            if (!card.get().available()) {
                throw new Trouble(
                        "the model '%s' cannot be asked: %s"
                                .formatted(name, card.get().unavailable().orElse("")));
            }
        }
    }

    /// What to do about a model that is not there. Only what the catalogue holds can be fetched by
    /// its name; any other was a server's or a file's and is to be registered under it.
    static String missing(Gateway gateway, String name) throws IOException {
        String there =
                String.join(", ", gateway.models().stream().map(ModelCard::name).toList());
        String remedy =
                Catalogue.named(name).isPresent()
                        ? "Fetch it with 'exemplar models pull %s'".formatted(name)
                        : "Name one of these, or register yours under that name with"
                                + " 'exemplar models add %s' ('exemplar models add --help' says how)"
                                        .formatted(name);
        return "there is no model '%s' on this machine; there are: %s. %s"
                .formatted(name, there, remedy);
    }
}

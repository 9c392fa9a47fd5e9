package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Request;
import exemplar.backend.Sampling;
import exemplar.backend.cache.CacheKey;
import exemplar.backend.cost.Price;
import exemplar.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// The way to one model: its backend with all layers before it.
///
/// @param name the model's name on this machine
/// @param id its id on the backend
/// @param abilities what it can do, as probed or as its kind usually can
/// @param defaults used where a question leaves parameters open
/// @param price what it costs; empty when that is not known
/// @param above puts the layers of this model above a last step
record Lane(
        String name,
        Backend backend,
        String id,
        Abilities abilities,
        Sampling defaults,
        Optional<Price> price,
        UnaryOperator<Layer> above) {

    /// All layers, down to the backend.
    Layer layers() {
        return above.apply(Layer.of(backend));
    }

    /// Why the model cannot be asked this, where it cannot.
    Optional<Fault> unable(Request.Input input) {
        if (input instanceof Request.Chat(List<Message> messages)
                && !abilities.images()
                && messages.stream().anyMatch(m -> !m.pictures().isEmpty())) {
            return Optional.of(
                    new Fault.Unable(
                            "“"
                                    + name
                                    + "” sees no images. Choose a model that does, or leave them out."
                                    + " Nothing was sent."));
        }
        boolean can =
                switch (input) {
                    case Request.Chat c -> abilities.chat();
                    case Request.Completion c -> abilities.completion();
                };
        return can
                ? Optional.empty()
                : Optional.of(
                        new Fault.Unable(
                                input instanceof Request.Chat
                                        ? "“"
                                                + name
                                                + "” only continues raw text. Choose a completion layout. Nothing was sent."
                                        : "“"
                                                + name
                                                + "” only replies to messages. Choose a chat layout. Nothing was sent."));
    }

    /// The question as this model's backend gets it.
    Layer.Call call(Request.Input input, Terms terms) {
        Sampling full = seeded(terms.sampling().orElse(defaults), terms.repeat());
        Request request = new Request(id, input, full);
        Optional<CacheKey> key =
                terms.cache()
                        ? backend.identity(id).map(i -> CacheKey.of(i, request, terms.repeat()))
                        : Optional.empty();
        return new Layer.Call(name, backend.name(), request, terms, key, price, 1);
    }

    private static Sampling seeded(Sampling sampling, int repeat) {
        OptionalLong seed = sampling.seed();
        return seed.isEmpty() || repeat == 0
                ? sampling
                : sampling.withSeed(Optional.of(seed.getAsLong() + repeat));
    }
}

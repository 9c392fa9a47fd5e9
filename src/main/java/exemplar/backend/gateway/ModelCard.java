package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Backend;
import java.util.Optional;

/// What a person sees of a model before asking it.
///
/// @param name how it is called on this machine
/// @param backend who runs it, such as `built-in` or a host
/// @param model its id there
/// @param abilities what it can do, as probed or, before that, as its kind of server usually can
/// @param unavailable why it cannot be asked now and what to do; empty when it can
public record ModelCard(
        String name,
        String backend,
        String model,
        Abilities abilities,
        Optional<String> unavailable) {

    /// Of a model whose backend is open.
    ///
    /// @param probed what it was found able to do; empty for what its kind usually can
    static ModelCard of(
            String name, String where, Backend backend, String id, Optional<Abilities> probed) {
        return new ModelCard(
                name,
                where,
                id,
                probed.orElseGet(() -> backend.abilities(id)),
                backend.unavailable(id));
    }

    public boolean available() {
        return unavailable.isEmpty();
    }

    /// Why it can be asked no question and scores no label; empty when it can and does. A model
    /// made for vectors is available and cannot be asked.
    public Optional<String> silent() {
        return unavailable.or(() ->
                abilities.vectorsOnly()
                        ? Optional.of(
                                "It gives vectors of texts only; it answers nothing and scores no labels.")
                        : Optional.empty());
    }
}

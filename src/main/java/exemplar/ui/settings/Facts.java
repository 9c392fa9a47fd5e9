package exemplar.ui.settings;

import exemplar.backend.cost.Price;
import java.time.LocalDate;
import java.util.Optional;

/// What is found out of one model beside its card. Asks no server.
///
/// @param name of which model
/// @param price in US dollars a million tokens; empty when it is not known
/// @param pricesOf when the prices were looked up
/// @param memory what it needs before it is loaded, as a sentence; empty for a model elsewhere
/// @param toConfirm whether nothing was ever sent to its host
/// @param keyThere whether its key is there; true where it needs none
/// @param locked whether its key is in a file whose passphrase is yet to be said
record Facts(
        String name,
        Optional<Price> price,
        LocalDate pricesOf,
        String memory,
        boolean toConfirm,
        boolean keyThere,
        boolean locked) {}

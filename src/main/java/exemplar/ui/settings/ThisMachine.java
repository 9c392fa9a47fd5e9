package exemplar.ui.settings;

import exemplar.backend.Places;
import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Licences;
import exemplar.backend.catalogue.Store;
import exemplar.backend.gateway.Keys;
import exemplar.backend.llama.Engines;
import exemplar.backend.secret.MachineStore;
import java.util.List;
import java.util.Optional;

/// What the settings change, as the program holds it.
///
/// @param keys the same store that the gateway finds keys in
/// @param environment reads environment variables
/// @param catalogue the models that can be fetched
public record ThisMachine(
        Places places,
        MachineStore keys,
        Engines engines,
        Keys.Variables environment,
        List<Entry> catalogue) {

    public ThisMachine {
        catalogue = List.copyOf(catalogue);
    }

    /// This process's own environment, and the program's catalogue.
    public static ThisMachine of(Places places, MachineStore keys, Engines engines) {
        return new ThisMachine(
                places,
                keys,
                engines,
                name -> Optional.ofNullable(System.getenv(name)),
                Catalogue.all());
    }

    Store store() {
        return Store.in(places);
    }

    Licences licences() {
        return Licences.in(places);
    }
}

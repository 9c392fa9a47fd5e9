package exemplar.ui.settings;

import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.ModelCard;
import exemplar.backend.gateway.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The models of this machine and those that can be had, as they were when last looked at.
///
/// @param rows models first, then what can be fetched
/// @param fault why they could not be looked at, as a sentence; empty when they could
record Shelf(List<Row> rows, Optional<String> fault) {
    static final Shelf EMPTY = new Shelf(List.of(), Optional.empty());

    Shelf {
        rows = List.copyOf(rows);
    }

    /// A line of the list. The name tells lines apart.
    sealed interface Row {
        String name();
    }

    /// A model that is here.
    ///
    /// @param registration as the person registered it; empty for a model of this process that has
    ///   none
    /// @param file the model's file in this machine's store; empty for any other
    /// @param usual whether it is the default
    record Held(
            ModelCard card, Optional<Registration> registration, Optional<Path> file, boolean usual)
            implements Row {

        @Override
        public String name() {
            return card.name();
        }

        /// The registration, or the one an edit would begin with; empty where nothing of the model
        /// can be set.
        Optional<Registration> editable() {
            return registration.or(
                    () -> file.map(f -> Registration.of(name(), new Registration.File(f))));
        }

        Optional<Registration.Server> server() {
            return registration
                    .map(Registration::target)
                    .filter(Registration.Server.class::isInstance)
                    .map(Registration.Server.class::cast);
        }
    }

    /// A model of the catalogue that is not here.
    ///
    /// @param begun bytes that have arrived already
    /// @param ask whether its licence has to be accepted first
    record Fetchable(Entry entry, long begun, boolean ask) implements Row {
        @Override
        public String name() {
            return entry.name();
        }
    }

    Optional<Row> row(String name) {
        return rows.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    Optional<Held> held(String name) {
        return row(name).filter(Held.class::isInstance).map(Held.class::cast);
    }

    List<Held> held() {
        return rows.stream().filter(Held.class::isInstance).map(Held.class::cast).toList();
    }

    /// A name like this one that nothing here has.
    String free(String wanted) {
        String name = wanted;
        for (int n = 2; row(name).isPresent(); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }
}

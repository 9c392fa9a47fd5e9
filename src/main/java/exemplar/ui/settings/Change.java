package exemplar.ui.settings;

import exemplar.backend.gateway.Registration;
import exemplar.backend.gateway.Registry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A change of the registry that can be taken back. Blocking.
interface Change {
    /// Makes the change and gives how to take it back.
    Undo run(Registry registry) throws IOException;

    /// Takes a change back.
    interface Undo {
        void run(Registry registry) throws IOException;
    }

    /// Another registration in the place of one.
    ///
    /// @param base what is changed where nothing is registered under that name yet
    static Change edit(String name, Registration base, UnaryOperator<Registration> how) {
        return registry -> {
            Optional<Registration> before = registry.find(name);
            Registration now = how.apply(before.orElse(base));
            registry.replace(name, now);
            return back(before, now);
        };
    }

    /// What a test has found since is kept, as long as it is the same model.
    private static Undo back(Optional<Registration> before, Registration after) {
        return registry -> {
            if (before.isEmpty()) {
                registry.remove(after.name());
                return;
            }
            Registration was = before.get();
            Optional<Registration> now = registry.find(after.name());
            boolean same = now.isPresent() && now.get().target().equals(was.target());
            registry.replace(
                    after.name(),
                    same
                            ? new Registration(
                                    was.name(),
                                    was.target(),
                                    was.defaults(),
                                    was.limits(),
                                    now.get().abilities(),
                                    now.get().probed())
                            : was);
        };
    }

    /// A further registration.
    static Change add(Registration registration) {
        return registry -> {
            registry.put(registration);
            return r -> r.remove(registration.name());
        };
    }

    /// One less; taken back, it stands where it stood.
    static Change remove(Registration gone) {
        return registry -> {
            List<Registration> all = registry.all();
            int at = all.stream().map(Registration::name).toList().indexOf(gone.name());
            Registration latest = at < 0 ? gone : all.get(at);
            registry.remove(gone.name());
            return r -> r.insert(Math.max(0, at), latest);
        };
    }

    /// Another model that is asked where nothing else is said; empty for none.
    static Change usual(Optional<String> name) {
        return registry -> {
            Optional<String> before = registry.defaultModel();
            registry.setDefaultModel(name);
            return r -> r.setDefaultModel(before);
        };
    }
}

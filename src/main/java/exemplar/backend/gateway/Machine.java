package exemplar.backend.gateway;

import exemplar.backend.Backend;
import exemplar.backend.Places;
import exemplar.backend.Sleeper;
import exemplar.backend.mock.MockBackend;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The gateway as this machine has it: the mock, further backends of this process, and everything
/// registered.
public final class Machine {
    private Machine() {}

    /// Opens nothing yet; each backend is made when it is first needed.
    ///
    /// @param more further backends of this process, such as the built-in engine
    /// @param files opens registered model files
    public static Gateway gateway(
            Places places,
            List<Supplier<? extends Backend>> more,
            Opener files,
            RetryPolicy retries) {
        List<Supplier<? extends Backend>> all = new ArrayList<>();
        all.add(MockBackend::new);
        all.addAll(more);
        return new Gateway(
                all,
                Registry.in(places),
                new Servers(Keys.fromEnvironment(), Patience.DEFAULT, Witness.NONE, files),
                retries,
                Sleeper.REAL);
    }
}

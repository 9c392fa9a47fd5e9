package exemplar.backend.gateway;

import exemplar.backend.Abilities;
import exemplar.backend.Sampling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A model this machine knows by a name of the person's own.
///
/// @param name how studies and commands call it
/// @param target where it is
/// @param defaults parameters used where a request leaves them open
/// @param limits what its server allows
/// @param abilities as probed; empty before the first probe
/// @param probed when they were; empty where that is not known
public record Registration(
        String name,
        Target target,
        Sampling defaults,
        Limits limits,
        Optional<Abilities> abilities,
        Optional<Instant> probed) {

    public Registration {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@/-]{0,79}")) {
            throw new IllegalArgumentException(
                    "a model's name has up to 80 letters, digits and . _ : @ / -, and begins with a"
                            + " letter or digit");
        }
    }

    /// A registration of which it is not known when it was probed.
    public Registration(
            String name,
            Target target,
            Sampling defaults,
            Limits limits,
            Optional<Abilities> abilities) {
        this(name, target, defaults, limits, abilities, Optional.empty());
    }

    /// A registration with nothing but a name and a place.
    public static Registration of(String name, Target target) {
        return new Registration(name, target, Sampling.UNSET, Limits.NONE, Optional.empty());
    }

    public Registration withAbilities(Abilities found, Instant when) {
        return new Registration(
                name, target, defaults, limits, Optional.of(found), Optional.of(when));
    }

    public Registration withName(String now) {
        return new Registration(now, target, defaults, limits, abilities, probed);
    }

    /// Elsewhere, or another model: what was found of the one before is not known of this one.
    public Registration withTarget(Target now) {
        return new Registration(name, now, defaults, limits, Optional.empty(), Optional.empty());
    }

    /// The same model on the same server with another key.
    public Registration withKey(KeySource key) {
        return target instanceof Server s
                ? new Registration(
                        name,
                        new Server(s.preset(), s.baseUrl(), s.model(), key),
                        defaults,
                        limits,
                        abilities,
                        probed)
                : this;
    }

    public Registration withDefaults(Sampling now) {
        return new Registration(name, target, now, limits, abilities, probed);
    }

    public Registration withLimits(Limits now) {
        return new Registration(name, target, defaults, now, abilities, probed);
    }

    /// Where a model is.
    public sealed interface Target {}

    /// On a server.
    ///
    /// @param preset which kind of server, such as `openai`, `vllm`, `anthropic`
    /// @param baseUrl up to and with the version, such as `http://localhost:8000/v1`
    /// @param model the model's id there
    /// @param key where the key comes from
    public record Server(String preset, URI baseUrl, String model, KeySource key)
            implements Target {}

    /// A GGUF file of the person's own.
    public record File(Path path) implements Target {}

    /// What a server allows; 0 leaves a limit open.
    public record Limits(int requestsPerMinute, int tokensPerMinute, int connections) {
        public static final Limits NONE = new Limits(0, 0, 0);

        public Limits {
            if (requestsPerMinute < 0 || tokensPerMinute < 0 || connections < 0) {
                throw new IllegalArgumentException("a limit is not negative");
            }
        }
    }
}

package exemplar.backend;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this machine keeps what belongs to the person and not to a study.
///
/// @param config the registered models; small files, never a plain key
/// @param cache what can be made or paid for again: model files, cached answers
public record Places(Path config, Path cache) {

    /// The places of this machine: `EXEMPLAR_HOME` (or the system property `exemplar.home`) holds
    /// both when it is set; otherwise the habits of the operating system. `EXEMPLAR_CACHE` (or
    /// `exemplar.cache`) moves the cache alone.
    public static Places ofThisMachine() {
        return of(
                System.getenv(),
                name -> Optional.ofNullable(System.getProperty(name)).filter(s -> !s.isBlank()));
    }

    /// Reads a system property.
    @FunctionalInterface
    interface Properties {
        Optional<String> get(String name);
    }

    static Places of(Map<String, String> env, Properties properties) {
        Optional<Path> home = set(env, properties, "EXEMPLAR_HOME", "exemplar.home");
        Optional<Path> cache = set(env, properties, "EXEMPLAR_CACHE", "exemplar.cache");
        String system = properties.get("os.name").orElse("").toLowerCase(Locale.ROOT);
        Path user = Path.of(properties.get("user.home").orElse("."));
        Path config;
        Path caches;
        if (home.isPresent()) {
            config = home.get();
            caches = home.get().resolve("cache");
        } else if (system.contains("win")) {
            config = under(env, "APPDATA", user.resolve("AppData/Roaming"));
            caches = under(env, "LOCALAPPDATA", user.resolve("AppData/Local")).resolve("cache");
        } else if (system.contains("mac")) {
            config = user.resolve("Library/Application Support/exemplar");
            caches = user.resolve("Library/Caches/exemplar");
        } else {
            config = under(env, "XDG_CONFIG_HOME", user.resolve(".config"));
            caches = under(env, "XDG_CACHE_HOME", user.resolve(".cache"));
        }
        return new Places(config, cache.orElse(caches));
    }

    private static Path under(Map<String, String> env, String variable, Path otherwise) {
        return Optional.ofNullable(env.get(variable))
                .filter(s -> !s.isBlank())
                .map(Path::of)
                .orElse(otherwise)
                .resolve("exemplar");
    }

    private static Optional<Path> set(
            Map<String, String> env, Properties properties, String variable, String property) {
        return properties
                .get(property)
                .or(() -> Optional.ofNullable(env.get(variable)).filter(s -> !s.isBlank()))
                .map(Path::of);
    }
}

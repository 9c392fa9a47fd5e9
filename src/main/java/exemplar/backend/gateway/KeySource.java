package exemplar.backend.gateway;

/// Where a server's key comes from. Never the key itself.
public sealed interface KeySource {

    /// The server needs none.
    record None() implements KeySource {
        @Override
        public String written() {
            return "";
        }
    }

    /// An environment variable of this process.
    record Variable(String name) implements KeySource {
        @Override
        public String written() {
            return "env:" + name;
        }
    }

    /// An entry of the secret store of this machine.
    record Stored(String entry) implements KeySource {
        @Override
        public String written() {
            return "store:" + entry;
        }
    }

    /// As the registry file has it: empty, `env:NAME` or `store:ENTRY`.
    String written();

    /// Reads what [#written()] wrote.
    ///
    /// @throws IllegalArgumentException for anything else; the text itself is not repeated, as it
    ///   may be a key somebody pasted
    static KeySource read(String written) {
        if (written.isEmpty()) {
            return new None();
        }
        if (written.startsWith("env:") && written.length() > 4) {
            return new Variable(written.substring(4));
        }
        if (written.startsWith("store:") && written.length() > 6) {
            return new Stored(written.substring(6));
        }
        throw new IllegalArgumentException(
                "a key source is empty, env:NAME or store:ENTRY, never a key itself");
    }
}

package exemplar.backend.gateway;

import exemplar.backend.Secret;
import exemplar.backend.anthropic.AnthropicBackend;
import exemplar.backend.gemini.GeminiBackend;
import exemplar.backend.openai.OpenAiBackend;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.backend.wire.Witness;
import java.io.IOException;
import java.util.Optional;

/// Opens servers by their presets. Files are left to whoever runs them.
public final class Servers implements Opener {
    private final Consent consent;
    private final Keys keys;
    private final Patience patience;
    private final Witness witness;
    private final Opener files;

    /// @param consent to which hosts requests may go
    /// @param files opens model files
    public Servers(Consent consent, Keys keys, Patience patience, Witness witness, Opener files) {
        this.consent = consent;
        this.keys = keys;
        this.patience = patience;
        this.witness = witness;
        this.files = files;
    }

    @Override
    public Result open(Registration.Target target) {
        return switch (target) {
            case Registration.File f -> files.open(f);
            case Registration.Server server -> {
                Optional<String> refused = refused(server);
                yield refused.isPresent()
                        ? new Unavailable(refused.get())
                        : switch (keys.find(server.key())) {
                            case Keys.NoKey(String reason) -> new Unavailable(reason);
                            case Keys.Key(var key) -> open(server, key);
                        };
            }
        };
    }

    private Optional<String> refused(Registration.Server server) {
        try {
            return consent.allows(server.baseUrl())
                    ? Optional.empty()
                    : Optional.of(
                            "Nothing was ever sent to "
                                    + server.baseUrl()
                                    + ". Confirm that host first: add the model again and say yes, or confirm"
                                    + " it in the settings.");
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Result open(Registration.Server server, Optional<exemplar.backend.Secret> key) {
        Optional<Preset> preset = Preset.named(server.preset());
        if (preset.isEmpty()) {
            return new Unavailable(
                    "This program knows no kind of server called “"
                            + server.preset()
                            + "”. Register the model again.");
        }
        if (server.model().isBlank()) {
            return new Unavailable(
                    "It is not said which of the server's models is meant. Register it again with a model.");
        }
        Pace pace = new Pace();
        Witness limits = new LimitHeaders(pace);
        Wire wire =
                new Wire(
                        patience,
                        (call, status, headers, exchange) -> {
                            limits.seen(call, status, headers, exchange);
                            witness.seen(call, status, headers, exchange);
                        });
        String host = Optional.ofNullable(server.baseUrl().getHost()).orElse("");
        return switch (preset.get().protocol()) {
            case "openai" ->
                    new Opened(
                            new OpenAiBackend(wire, server.baseUrl(), key, preset.get().dialect()),
                            server.model(),
                            host,
                            Optional.of(pace));
            case "anthropic" ->
                    new Opened(
                            new AnthropicBackend(wire, server.baseUrl(), key.orElse(Secret.of(""))),
                            server.model(),
                            host,
                            Optional.of(pace));
            case "gemini" ->
                    new Opened(
                            new GeminiBackend(wire, server.baseUrl(), key.orElse(Secret.of(""))),
                            server.model(),
                            host,
                            Optional.of(pace));
            default -> {
                wire.close();
                yield new Unavailable(
                        "This program does not speak “" + preset.get().protocol() + "”.");
            }
        };
    }
}

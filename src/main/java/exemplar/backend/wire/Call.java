package exemplar.backend.wire;

import exemplar.backend.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request to a server.
///
/// @param method `GET` or `POST`
/// @param headers without those that carry a secret
/// @param secrets header name to secret; written before it: see [SecretHeader]
/// @param body JSON; empty for a request without one
public record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        List<SecretHeader> secrets,
        Optional<String> body) {

    /// A header that carries a secret.
    ///
    /// @param before what stands before the secret, such as `Bearer `; may be empty
    public record SecretHeader(String name, String before, Secret secret) {}

    public Call {
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }

    /// A JSON body to that address.
    public static Call post(URI uri, List<SecretHeader> secrets, String body) {
        return new Call(
                "POST",
                uri,
                Map.of("Content-Type", "application/json"),
                secrets,
                Optional.of(body));
    }

    /// A question without a body.
    public static Call get(URI uri, List<SecretHeader> secrets) {
        return new Call(
                "GET", uri, Map.of("Accept", "application/json"), secrets, Optional.empty());
    }

    /// Host and, where it is given, port: how a message names the server.
    public String where() {
        String host = Optional.ofNullable(uri.getHost()).orElse("the server");
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    /// A text without the secrets of this call.
    String redact(String text) {
        return Secret.redact(text, secrets.stream().map(SecretHeader::secret).toList());
    }
}

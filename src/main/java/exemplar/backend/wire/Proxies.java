package exemplar.backend.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The proxies of this machine: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` as other programs read
/// them, then the JDK's own settings. This machine itself is never asked through a proxy.
final class Proxies extends ProxySelector {
    private final Map<String, String> env;
    private final Optional<ProxySelector> otherwise;

    private Proxies(Map<String, String> env, Optional<ProxySelector> otherwise) {
        this.env = env;
        this.otherwise = otherwise;
    }

    static ProxySelector ofThisMachine() {
        return of(System.getenv(), Optional.ofNullable(ProxySelector.getDefault()));
    }

    static ProxySelector of(Map<String, String> env, Optional<ProxySelector> otherwise) {
        return new Proxies(env, otherwise);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || excepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        String variable = "https".equals(uri.getScheme()) ? "https_proxy" : "http_proxy";
        return variable(variable)
                .flatMap(Proxies::address)
                .map(a -> List.of(new Proxy(Proxy.Type.HTTP, a)))
                .or(() -> otherwise.map(s -> s.select(uri)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        otherwise.ifPresent(s -> s.connectFailed(uri, address, cause));
    }

    private boolean excepted(String host) {
        for (String pattern : variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(",")) {
            String p = pattern.strip().replaceFirst("^\\*?\\.", "");
            if (p.equals("*") || !p.isEmpty() && (host.equals(p) || host.endsWith("." + p))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> variable(String lowerName) {
        return Optional.ofNullable(env.get(lowerName))
                .or(() -> Optional.ofNullable(env.get(lowerName.toUpperCase(Locale.ROOT))))
                .filter(v -> !v.isBlank());
    }

    private static Optional<InetSocketAddress> address(String proxy) {
        try {
            URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            return Optional.ofNullable(uri.getHost())
                    .map(h -> new InetSocketAddress(h, uri.getPort() < 0 ? 80 : uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

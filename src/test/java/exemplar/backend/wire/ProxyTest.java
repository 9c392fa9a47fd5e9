package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import exemplar.backend.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final Call QUESTION =
            Call.get(URI.create("http://models.invalid/v1/models"), List.of());

    @Test
    void requestsGoThroughTheProxyAndItsRefusalIsTold() throws IOException {
        int[] status = {200};
        HttpServer proxy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext(
                "/",
                exchange -> {
                    byte[] said =
                            ("{\"asked\":\"" + exchange.getRequestURI() + "\"}")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status[0], said.length);
                    exchange.getResponseBody().write(said);
                    exchange.close();
                });
        proxy.start();
        try (Wire wire =
                new Wire(Patience.DEFAULT, Witness.NONE, ProxySelector.of(proxy.getAddress()))) {
            assertThat(wire.whole(QUESTION).body()).contains("http://models.invalid/v1/models");
            status[0] = 502;
            assertThatThrownBy(() -> wire.whole(QUESTION))
                    .isInstanceOfSatisfying(
                            WireFault.class,
                            f -> assertThat(f.fault()).isInstanceOf(Fault.Overloaded.class));
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void theProxiesOfTheEnvironmentAreReadAsOtherProgramsReadThem() {
        ProxySelector proxies =
                Proxies.of(
                        Map.of(
                                "HTTPS_PROXY", "http://proxy.example:8080",
                                "http_proxy", "plain.example:3128",
                                "NO_PROXY", "internal.example, .corp"),
                        Optional.empty());
        assertThat(chosen(proxies, "https://api.openai.com/v1")).isEqualTo("proxy.example:8080");
        assertThat(chosen(proxies, "http://api.example/v1")).isEqualTo("plain.example:3128");
        for (String direct :
                List.of(
                        "http://localhost:1",
                        "http://127.0.0.1:1",
                        "https://internal.example",
                        "https://a.corp",
                        "https://x.internal.example")) {
            assertThat(chosen(proxies, direct)).as(direct).isEqualTo("direct");
        }
        assertThat(chosen(proxies, "https://notinternal.example")).isEqualTo("proxy.example:8080");
    }

    private static String chosen(ProxySelector proxies, String uri) {
        Proxy proxy = proxies.select(URI.create(uri)).getFirst();
        return proxy.address() instanceof InetSocketAddress a
                ? a.getHostString() + ":" + a.getPort()
                : "direct";
    }
}

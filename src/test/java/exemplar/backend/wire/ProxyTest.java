package exemplar.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import exemplar.backend.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
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
    void aProxyThatOpensNoTunnelIsToldAsTheProxy() throws IOException {
        Call secure = Call.get(URI.create("https://models.invalid/v1/models"), List.of());
        for (String status : List.of("407 Proxy Authentication Required", "502 Bad Gateway")) {
            List<String> asked = new CopyOnWriteArrayList<>();
            try (ServerSocket proxy = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                    Wire wire =
                            new Wire(
                                    Patience.DEFAULT,
                                    Witness.NONE,
                                    ProxySelector.of(
                                            (InetSocketAddress) proxy.getLocalSocketAddress()))) {
                Thread.ofVirtual().start(() -> refuse(proxy, status, asked));
                assertThatThrownBy(() -> wire.whole(secure))
                        .isInstanceOfSatisfying(
                                WireFault.class,
                                f ->
                                        assertThat(f.fault())
                                                .isInstanceOf(Fault.Network.class)
                                                .extracting(Fault::message)
                                                .asString()
                                                .startsWith(
                                                        "The proxy on the way to models.invalid")
                                                .endsWith("Check the proxy's settings."));
            }
            assertThat(asked).first().asString().startsWith("CONNECT models.invalid:443");
        }
    }

    private static void refuse(ServerSocket proxy, String status, List<String> asked) {
        while (true) {
            try (Socket client = proxy.accept();
                    BufferedReader in =
                            new BufferedReader(
                                    new InputStreamReader(
                                            client.getInputStream(), StandardCharsets.US_ASCII))) {
                for (String line = in.readLine();
                        line != null && !line.isEmpty();
                        line = in.readLine()) {
                    asked.add(line);
                }
                client.getOutputStream()
                        .write(
                                ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test is over.
                return;
            }
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

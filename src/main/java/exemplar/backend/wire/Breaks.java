package exemplar.backend.wire;

import exemplar.backend.Fault;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// What a broken connection means, in a sentence.
final class Breaks {
    private Breaks() {}

    static Fault cancelled() {
        return new Fault.Cancelled("Stopped before the answer was complete.");
    }

    static Fault silent(String where, Duration patience) {
        return new Fault.Timeout(
                where
                        + " took the request and sent nothing for "
                        + Body.seconds(patience)
                        + ". It may be loading the model or be overloaded; try again or allow more time.");
    }

    static Fault stalled(String where, Duration patience) {
        return new Fault.Timeout(
                where
                        + " stopped in the middle of its answer and sent nothing for "
                        + Body.seconds(patience)
                        + ". Try again.");
    }

    /// The stream ended although the protocol says there is more.
    static Fault cut(String where) {
        return new Fault.Network(
                where + " ended the connection before the answer was complete. Try again.");
    }

    static Fault whileReading(String where, Throwable cause) {
        return has(cause, SSLException.class)
                ? certificate(where, cause)
                : new Fault.Network(
                        "The connection to "
                                + where
                                + " broke before the answer was complete. Try again.");
    }

    /// Before any header arrived.
    static Fault whileSending(String where, Duration connect, Throwable cause) {
        if (has(cause, HttpConnectTimeoutException.class) || has(cause, TimeoutException.class)) {
            return new Fault.Timeout(
                    "No connection to "
                            + where
                            + " within "
                            + Body.seconds(connect)
                            + ". Check the address, the network and any firewall or proxy.");
        }
        if (has(cause, UnresolvedAddressException.class)
                || has(cause, UnknownHostException.class)) {
            return new Fault.Network(
                    "There is no host called "
                            + where
                            + ", or this machine has no network. Check the address.");
        }
        if (has(cause, ConnectException.class)) {
            return new Fault.Network(
                    "Nothing answers at "
                            + where
                            + ". Check that the server runs and that the address and port are right.");
        }
        if (has(cause, SSLException.class)) {
            return certificate(where, cause);
        }
        String said = String.valueOf(cause.getMessage());
        if (said.contains("proxy") || said.contains("Tunnel") || said.contains("tunnel")) {
            return new Fault.Network(
                    "The proxy on the way to "
                            + where
                            + " refused the connection. Check the proxy's settings.");
        }
        return new Fault.Network(
                where
                        + " closed the connection without an answer. It may have stopped or restarted;"
                        + " try again.");
    }

    private static Fault certificate(String where, Throwable cause) {
        return new Fault.Network(
                has(cause, GeneralSecurityException.class)
                        ? "No secure connection to "
                                + where
                                + ": its certificate is not trusted here. Check the address, or add the"
                                + " certificate's authority to this machine."
                        : where
                                + " does not speak TLS there, or broke off. Where it is a server without"
                                + " a certificate, use http:// instead of https://.");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        Throwable t = thrown;
        for (int depth = 0; t != null && depth < 10; depth++) {
            if (kind.isInstance(t)) {
                return true;
            }
            t = t.getCause();
        }
        return false;
    }
}

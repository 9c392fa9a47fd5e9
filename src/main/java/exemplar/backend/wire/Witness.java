package exemplar.backend.wire;

import exemplar.backend.Reply.Exchange;
import java.net.http.HttpHeaders;

/// Sees every exchange of a wire, failed ones too, with secrets removed: to record runs and to
/// learn a server's limits. Called on the thread that asked.
@FunctionalInterface
public interface Witness {

    /// @param status 0 when no reply arrived
    /// @param headers of the reply; empty when none arrived
    void seen(Call call, int status, HttpHeaders headers, Exchange exchange);

    /// Looks away.
    Witness NONE = (call, status, headers, exchange) -> {};
}

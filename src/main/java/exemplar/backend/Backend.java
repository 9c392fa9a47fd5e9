package exemplar.backend;

import java.util.List;
import java.util.Optional;

/// A server or an engine that runs models.
public interface Backend extends Answerer, AutoCloseable {

    /// Shown to people, such as `built-in` or the server's host.
    String name();

    /// Ids of the models it has; may ask the server and block. Empty where it cannot tell: then
    /// [#list()] knows why.
    List<String> models();

    /// Ids of the models it has, or why it cannot tell.
    default Listing list() {
        return new Listed(models());
    }

    /// What a backend has.
    sealed interface Listing {}

    /// Ids in the backend's order.
    record Listed(List<String> models) implements Listing {}

    /// It did not tell.
    record NotListed(Fault fault) implements Listing {}

    /// Why a model cannot be asked, as far as that is known without asking, and what to do; empty
    /// when it can.
    default Optional<String> unavailable(String model) {
        return Optional.empty();
    }

    /// What a model of it can do.
    Abilities abilities(String model);

    /// Names what answers, for a cache: under the same name the same question may be answered from
    /// the cache. Empty where asking again is as cheap as remembering.
    default Optional<String> identity(String model) {
        return Optional.of(name() + "\n" + model);
    }

    /// Frees what it holds; a running request ends as cancelled.
    @Override
    void close();
}

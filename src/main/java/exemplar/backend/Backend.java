package exemplar.backend;

import java.util.List;

/// A server or an engine that runs models.
public interface Backend extends Answerer, AutoCloseable {

    /// Shown to people, such as `built-in` or the server's host.
    String name();

    /// Ids of the models it has; may ask the server and block.
    List<String> models();

    /// What a model of it can do.
    Abilities abilities(String model);

    /// Frees what it holds; a running request ends as cancelled.
    @Override
    void close();
}

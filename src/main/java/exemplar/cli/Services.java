package exemplar.cli;

import exemplar.backend.Places;
import exemplar.backend.catalogue.Catalogue;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.llama.Engines;
import exemplar.embed.Embedders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// What commands need from the rest of the program; made in `app`.
public interface Services {
    /// In front of every model; made when first asked for.
    Gateway gateway();

    /// What runs model files in this process.
    default Engines engines() {
        return new Engines(places().cache());
    }

    /// What gives vectors of texts.
    default Embedders embedders() {
        return Embedders.in(places().cache(), this::gateway);
    }

    Clock clock();

    /// The models that can be fetched by name.
    default List<Entry> catalogue() {
        return Catalogue.all();
    }

    /// Where this machine keeps models and caches.
    Places places();

    /// The sample studies that ship with the program.
    List<Path> samples();

    /// The ids of the panes there are; loads the toolkit only then.
    List<String> panes();

    /// Takes pictures of panes; loads the toolkit only then.
    ///
    /// @return the files written
    List<Path> shots(Path study, Path out, Shot shot) throws IOException, InterruptedException;

    /// What a picture shows.
    ///
    /// @param panes ids of panes; empty for all
    record Shot(boolean dark, int width, int height, List<String> panes) {}
}

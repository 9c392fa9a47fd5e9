package exemplar.backend.llama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a model file tried in a process of its own before it is loaded here for the first time: a
/// header can be whole and still end the library, and with it the window. That it went well is
/// remembered until the file or the library changes. Safe for any number of threads.
final class Trial {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    /// With a number that rises when a trial finds more.
    private static final String FACT = "tried 2";

    private final Path cache;
    private final FileFacts facts;

    Trial(Path cache, FileFacts facts) {
        this.cache = cache;
        this.facts = facts;
    }

    /// Refuses a file that ends the process it is tried in.
    ///
    /// @param library the engine library's name
    /// @param identity names the library and its version
    void require(Path file, String library, String identity)
            throws IOException, EngineFault, InterruptedException {
        FileFacts.Stamp stamp = FileFacts.Stamp.of(file);
        String fact = FACT + " " + identity;
        if (facts.find(stamp, fact).isPresent()) {
            return;
        }
        EngineCheck.Result result;
        try {
            result = EngineCheck.inAnotherProcess(cache, library, Optional.of(file));
        } catch (IOException e) {
            // Where no process can be started, the crash guard is what there is.
            LOG.warn("{} could not be tried in another process: {}", file, e.getMessage());
            return;
        }
        if (result.ended()) {
            throw new EngineFault(
                    ("The engine cannot run %s: it ended the process in which the file was tried"
                                    + " first. The file is damaged or not made for this engine. Fetch it"
                                    + " again, or take another model.")
                            .formatted(file.getFileName()));
        }
        if (!result.fault().isEmpty()) {
            throw new EngineFault(result.fault());
        }
        facts.keep(stamp, fact, "well");
    }
}

package exemplar.ui.shell;

import exemplar.backend.llama.Engines;
import exemplar.ui.control.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells, when the window opens, that the last session ended while the engine was at work, and what
/// to do about it; and, when it is found, that the chosen engine library cannot be used. Stays
/// until it is closed, whichever study is open.
final class EngineBanner {
    static final String ID = "engine-banner";
    static final String FALLEN = "engine-fallen-banner";
    private static final String BUNDLED = "bundled";

    private EngineBanner() {}

    /// Shows it where there is something to tell, now or as soon as there is.
    static void watch(Banners banners, Engines engines, Workspace workspace) {
        show(banners, engines, workspace);
        engines.whenFallen(sentence ->
                workspace
                        .jobs()
                        .screen()
                        .later(() ->
                                banners.keep(
                                        FALLEN, sentence, List.of(bundled(engines, workspace)))));
    }

    private static Notice.Action bundled(Engines engines, Workspace workspace) {
        return new Notice.Action(
                Texts.of("engine.ended.bundled"),
                () -> attempt(workspace, engines::useBundled, "engine.ended.bundled.next"));
    }

    private static void show(Banners banners, Engines engines, Workspace workspace) {
        Optional<String> ended = engines.notice();
        boolean blocked = engines.blocks();
        if (ended.isEmpty() && !blocked) {
            return;
        }
        boolean other = !engines.libraries().chosen().equals(BUNDLED);
        List<String> words = new ArrayList<>();
        ended.ifPresent(words::add);
        words.add(Texts.of(blocked ? "engine.ended.blocked" : "engine.ended.again"));
        List<Notice.Action> actions = new ArrayList<>();
        if (blocked) {
            actions.add(
                    new Notice.Action(
                            Texts.of("engine.ended.ask"),
                            () -> attempt(workspace, engines::goOn, "engine.ended.asked")));
        }
        if (other) {
            words.add(Texts.of("engine.ended.other", engines.libraries().chosen()));
            actions.add(bundled(engines, workspace));
        }
        banners.keep(ID, String.join(" ", words), actions);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Workspace workspace, Step step, String done) {
        try {
            step.run();
            workspace.tell(Notice.of(Texts.of(done)));
        } catch (IOException e) {
            workspace.tell(Notice.problem(String.valueOf(e.getMessage())));
        }
    }
}

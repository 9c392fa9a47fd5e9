package exemplar.app;

import exemplar.cli.Services;
import exemplar.ui.compare.ComparePane;
import exemplar.ui.demonstrations.DemonstrationsPane;
import exemplar.ui.export.ExportPane;
import exemplar.ui.fx.Jobs;
import exemplar.ui.importing.ImportPane;
import exemplar.ui.prompt.PromptPane;
import exemplar.ui.settings.SettingsPane;
import exemplar.ui.settings.ThisMachine;
import exemplar.ui.shell.FolderSession;
import exemplar.ui.shell.Preferences;
import exemplar.ui.shell.Theme;
import exemplar.ui.shell.WorkPane;
import exemplar.ui.shell.Workbench;
import exemplar.ui.shell.Workspace;
import exemplar.ui.shots.Shots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Wires what has a toolkit; loaded only when something is shown.
final class Window {
    private Window() {}

    /// The panes there are.
    static List<WorkPane.Definition> panes(Wiring wiring) {
        return List.of(
                DemonstrationsPane.definition(),
                PromptPane.definition(),
                ComparePane.definition(),
                ExportPane.definition(),
                ImportPane.definition(),
                SettingsPane.definition(
                        ThisMachine.of(wiring.places(), wiring.secrets(), wiring.engines())));
    }

    /// What is made while the toolkit starts.
    private record Made(Wiring wiring, Preferences preferences) {}

    /// Opens the window and returns when it is closed. Services and settings are made on a thread
    /// of their own meanwhile, as both take their time at first.
    static void open(Supplier<Wiring> services, Optional<Path> study) {
        FutureTask<Made> making =
                new FutureTask<>(() -> {
                    Wiring wiring = services.get();
                    return new Made(wiring, Preferences.in(wiring.places().config()));
                });
        Thread.ofPlatform().daemon().name("services").start(making);
        Workbench.open(jobs -> parts(made(making), jobs, study));
    }

    private static Made made(Future<Made> making) {
        try {
            return making.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the services cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start was interrupted", e);
        }
    }

    private static Workbench.Parts parts(Made made, Jobs jobs, Optional<Path> study) {
        Wiring wiring = made.wiring();
        return new Workbench.Parts(
                workspace(wiring, jobs, made.preferences()),
                wiring.engines(),
                panes(wiring),
                FolderSession::open,
                wiring.samples(),
                wiring.studies(),
                made.preferences(),
                study);
    }

    private static Workspace workspace(Wiring wiring, Jobs jobs, Preferences preferences) {
        return new Workspace(
                jobs, wiring::gateway, wiring.embedders(), wiring.clock(), preferences);
    }

    static List<Path> shots(Wiring wiring, Path study, Path out, Services.Shot shot)
            throws IOException, InterruptedException {
        return Shots.take(
                () -> {
                    Workspace workspace = workspace(wiring, Jobs.onToolkit(), Preferences.none());
                    workspace.open(FolderSession.open(study).session());
                    return workspace;
                },
                panes(wiring),
                new Shots.Wanted(
                        out,
                        shot.dark() ? Theme.DARK : Theme.LIGHT,
                        shot.width(),
                        shot.height(),
                        shot.panes()));
    }
}

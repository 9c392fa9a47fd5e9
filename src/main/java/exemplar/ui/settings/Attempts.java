package exemplar.ui.settings;

import exemplar.backend.Fault;
import exemplar.backend.catalogue.Entry;
import exemplar.backend.catalogue.Pull;
import exemplar.backend.catalogue.PythonPackages;
import exemplar.backend.gateway.Probe;
import exemplar.ui.control.Texts;
import exemplar.ui.fx.Job;
import exemplar.ui.shell.Notice;
import exemplar.ui.shell.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tests of models and fetches of model files: several at a time, each a job in the status bar. On
/// the screen's thread.
final class Attempts {
    private final Workspace workspace;
    private final ThisMachine machine;
    private final Runnable changed;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<Map<String, Trial>> trials =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<String, Job>> fetches =
            new ReadOnlyObjectWrapper<>(Map.of());

    /// @param changed called when the models of this machine are others than before
    /// @param refresh called when only what is known of them is
    Attempts(Workspace workspace, ThisMachine machine, Runnable changed, Runnable refresh) {
        this.workspace = workspace;
        this.machine = machine;
        this.changed = changed;
        this.refresh = refresh;
    }

    /// The latest test of each model in this session.
    ReadOnlyObjectProperty<Map<String, Trial>> trials() {
        return trials.getReadOnlyProperty();
    }

    /// Whether the last test of that model in this session failed.
    boolean failed(String name) {
        return trials.get().get(name) instanceof Trial.Done(Probe probe, var at)
                && probe.fault().isPresent();
    }

    /// What is being fetched, by name.
    ReadOnlyObjectProperty<Map<String, Job>> fetches() {
        return fetches.getReadOnlyProperty();
    }

    /// Asks a model a few short questions; the gateway keeps what was found of a registered one.
    void test(String name) {
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("settings.job.test", name),
                                reporter -> workspace.gateway().probe(name, workspace.clock()),
                                probe -> {
                                    trial(name, became(probe));
                                    changed.run();
                                },
                                e -> {
                                    trials.set(without(trials.get(), name));
                                    workspace.tell(Notice.problem(SettingsViewModel.said(e)));
                                });
        if (job.state().get() == Job.State.RUNNING) {
            trial(name, new Trial.Running(job));
            job.state()
                    .subscribe(s -> {
                        if (s == Job.State.CANCELLED) {
                            trial(name, new Trial.Stopped());
                        }
                    });
        }
    }

    /// A test that was stopped has not failed.
    private Trial became(Probe probe) {
        return probe.fault().filter(Fault.Cancelled.class::isInstance).isPresent()
                ? new Trial.Stopped()
                : new Trial.Done(probe, workspace.clock().instant());
    }

    private void trial(String name, Trial trial) {
        trials.set(with(trials.get(), name, trial));
    }

    /// Fetches a model file into this machine's store; goes on where an earlier fetch was cut.
    ///
    /// @param accepts whether the person accepts its licence with this
    void fetch(Entry entry, boolean accepts) {
        String name = entry.name();
        if (fetches.get().containsKey(name)) {
            return;
        }
        Job job =
                workspace
                        .jobs()
                        .start(
                                Texts.of("settings.job.fetch", name),
                                reporter -> {
                                    if (accepts) {
                                        machine.licences().accept(entry);
                                    }
                                    return new Pull(machine.store(), new PythonPackages())
                                            .fetch(
                                                    entry,
                                                    (what, at, total) ->
                                                            reporter.at(
                                                                    new Job.Progress(
                                                                            at / 1_000_000,
                                                                            total / 1_000_000,
                                                                            Job.Unit.MEGABYTES,
                                                                            what.equals(name)
                                                                                    ? ""
                                                                                    : what)));
                                },
                                file -> {
                                    fetches.set(without(fetches.get(), name));
                                    workspace.tell(Notice.of(Texts.of("settings.fetched", name)));
                                    changed.run();
                                },
                                e -> {
                                    fetches.set(without(fetches.get(), name));
                                    workspace.tell(Notice.problem(SettingsViewModel.said(e)));
                                    refresh.run();
                                });
        if (job.state().get() == Job.State.RUNNING) {
            fetches.set(with(fetches.get(), name, job));
            job.state()
                    .subscribe(s -> {
                        if (s == Job.State.CANCELLED) {
                            fetches.set(without(fetches.get(), name));
                            refresh.run();
                        }
                    });
        }
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        Map<String, T> now = new LinkedHashMap<>(map);
        now.put(name, value);
        return Map.copyOf(now);
    }

    private static <T> Map<String, T> without(Map<String, T> map, String name) {
        Map<String, T> now = new LinkedHashMap<>(map);
        now.remove(name);
        return Map.copyOf(now);
    }
}

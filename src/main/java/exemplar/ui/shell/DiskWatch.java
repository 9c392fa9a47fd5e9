package exemplar.ui.shell;

import exemplar.study.Applied;
import exemplar.study.folder.DiskCheck;
import exemplar.study.folder.Side;
import exemplar.ui.control.Texts;
import java.util.List;

/// Notices that another program changed the study's files. What does not collide is taken over at
/// once, as a step that can be undone; about what does, the person is asked.
final class DiskWatch {
    private static final String BANNER = "changed-banner";
    private final Workspace workspace;
    private final Banners banners;
    private boolean looking;

    DiskWatch(Workspace workspace, Banners banners) {
        this.workspace = workspace;
        this.banners = banners;
    }

    /// Looks now, unless it is looking already. Cheap where nothing changed.
    void look() {
        if (looking || workspace.session().get().isEmpty()) {
            return;
        }
        Session session = workspace.session().get().get();
        looking = true;
        workspace
                .jobs()
                .background(
                        session::checkDisk,
                        found -> {
                            looking = false;
                            if (workspace.session().get().filter(s -> s == session).isPresent()) {
                                heed(session, found);
                            }
                        },
                        e -> looking = false);
    }

    private void heed(Session session, DiskCheck found) {
        switch (found) {
            case DiskCheck.Same s -> banners.hide(BANNER);
            case DiskCheck.Changed changed -> {
                if (session.readOnly().isPresent()) {
                    return;
                }
                if (changed.conflicts().isEmpty()) {
                    merge(session, changed, Side.MINE);
                } else {
                    ask(session, changed);
                }
            }
            case DiskCheck.Unusable(String reason) ->
                    banners.show(
                            BANNER,
                            reason,
                            List.of(
                                    new Notice.Action(
                                            Texts.of("disk.rewrite"), () -> saveOver(session))));
        }
    }

    private void ask(Session session, DiskCheck.Changed changed) {
        banners.show(
                BANNER,
                Texts.of(
                        "disk.conflict",
                        String.join(", ", changed.files()),
                        changed.conflicts().size(),
                        changed.conflicts().getFirst().what()),
                List.of(
                        new Notice.Action(
                                Texts.of("disk.mine"), () -> merge(session, changed, Side.MINE)),
                        new Notice.Action(
                                Texts.of("disk.theirs"),
                                () -> merge(session, changed, Side.THEIRS))));
    }

    private void merge(Session session, DiskCheck.Changed changed, Side side) {
        banners.hide(BANNER);
        Applied applied = session.merge(changed, conflict -> side);
        banners.findings(session.findings());
        switch (applied) {
            case Applied.Done d ->
                    workspace.tellDone(Texts.of("disk.merged", String.join(", ", changed.files())));
            case Applied.Nothing n -> {}
            case Applied.Refused(String reason) -> workspace.tell(Notice.problem(reason));
        }
    }

    private void saveOver(Session session) {
        workspace
                .jobs()
                .start(
                        Texts.of("job.save"),
                        r -> {
                            session.saveOver();
                            return session;
                        },
                        s -> workspace.saved(),
                        e -> workspace.tell(Notice.problem(String.valueOf(e.getMessage()))));
    }
}

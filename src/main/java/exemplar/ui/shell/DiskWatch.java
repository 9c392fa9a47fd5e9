package exemplar.ui.shell;

import exemplar.study.Applied;
import exemplar.study.folder.Conflict;
import exemplar.study.folder.DiskCheck;
import exemplar.study.folder.Side;
import exemplar.ui.control.Texts;
import java.util.List;

/// Notices that another program changed the study's files. What does not collide is taken over at
/// once, as a step that can be undone; about what does, the person is asked.
final class DiskWatch {
    private static final String BANNER = "changed-banner";

    /// Letters of a text that are told.
    private static final int MOST = 60;

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
                        sentence(changed.conflicts().getFirst())),
                List.of(
                        new Notice.Action(
                                Texts.of("disk.mine"), () -> merge(session, changed, Side.MINE)),
                        new Notice.Action(
                                Texts.of("disk.theirs"),
                                () -> merge(session, changed, Side.THEIRS))));
    }

    /// What collides, and how its first difference reads on either side.
    static String sentence(Conflict conflict) {
        if (conflict.mine().isEmpty()) {
            return Texts.of("disk.removed.here", conflict.what());
        }
        if (conflict.theirs().isEmpty()) {
            return Texts.of("disk.removed.there", conflict.what());
        }
        List<Conflict.Difference> differences = conflict.differences();
        if (differences.isEmpty()) {
            return conflict.what();
        }
        Conflict.Difference first = differences.getFirst();
        return Texts.of(
                "disk.differs",
                conflict.what(),
                first.member(),
                cut(first.mine()),
                cut(first.theirs()),
                differences.size() - 1);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    private void merge(Session session, DiskCheck.Changed changed, Side side) {
        banners.hide(BANNER);
        Applied applied = session.merge(changed, conflict -> side);
        banners.findings(session.findings());
        switch (applied) {
            case Applied.Done d -> workspace.tellDone(done(changed, side));
            case Applied.Nothing n -> {}
            case Applied.Refused(String reason) -> workspace.tell(Notice.problem(reason));
        }
    }

    private static String done(DiskCheck.Changed changed, Side side) {
        int conflicts = changed.conflicts().size();
        String files = String.join(", ", changed.files());
        return side == Side.MINE && conflicts > 0
                ? Texts.of("disk.kept", files, conflicts)
                : Texts.of("disk.merged", files);
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

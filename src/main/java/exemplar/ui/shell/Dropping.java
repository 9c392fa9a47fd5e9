package exemplar.ui.shell;

import exemplar.study.folder.OpenStudy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere on the window: a study's folder is opened, anything else goes to the
/// preview of the import, which takes the files out of other folders.
final class Dropping {
    private Dropping() {}

    /// What to do with dropped files.
    sealed interface Wish {
        record Open(Path folder) implements Wish {}

        record Import(List<Path> files) implements Wish {}
    }

    static Optional<Wish> wish(List<Path> files, boolean canImport) {
        if (files.size() == 1 && OpenStudy.isStudy(files.getFirst())) {
            return Optional.of(new Wish.Open(files.getFirst()));
        }
        List<Path> plain =
                files.stream()
                        .filter(file -> Files.isRegularFile(file) || Files.isDirectory(file))
                        .toList();
        return canImport && !plain.isEmpty()
                ? Optional.of(new Wish.Import(plain))
                : Optional.empty();
    }

    static void install(Node root, Workspace workspace, StudyCommands studies, boolean canImport) {
        root.addEventHandler(
                DragEvent.DRAG_OVER,
                e -> {
                    if (wish(files(e), canImport).isPresent()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        e.consume();
                    }
                });
        root.addEventHandler(
                DragEvent.DRAG_DROPPED,
                e ->
                        wish(files(e), canImport)
                                .ifPresent(wish -> {
                                    switch (wish) {
                                        case Wish.Open(Path folder) -> studies.open(folder);
                                        case Wish.Import(List<Path> files) ->
                                                workspace.go(new Workspace.Place.Import(files));
                                    }
                                    e.setDropCompleted(true);
                                    e.consume();
                                }));
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream().map(File::toPath).toList()
                : List.of();
    }
}

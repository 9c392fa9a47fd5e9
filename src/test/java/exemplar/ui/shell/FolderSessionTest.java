package exemplar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.model.Task;
import exemplar.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSessionTest {
    @TempDir Path folder;

    @Test
    void aTaskThatCannotWorkIsToldWhenItsStudyIsOpened() throws IOException {
        Study study = Gallery.study();
        Task task = study.task();
        Task oneLabel =
                new Task(
                        task.kind(),
                        task.inputs(),
                        task.output(),
                        task.labels().subList(0, 1),
                        task.instruction(),
                        task.metrics());
        Session session =
                FolderSession.create(folder.resolve("s"), study.withTask(oneLabel)).session();
        assertThat(session.findings())
                .singleElement()
                .asString()
                .contains("needs at least two labels");
        session.close();
    }
}

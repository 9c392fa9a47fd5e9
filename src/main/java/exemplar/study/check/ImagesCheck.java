package exemplar.study.check;

import exemplar.model.Example;
import exemplar.model.StudyImage;
import exemplar.study.Finding;
import exemplar.study.Study;
import exemplar.study.folder.StudyImages;
import java.util.ArrayList;
import java.util.List;

/// Images of examples that cannot be shown to a model.
public final class ImagesCheck {
    private static final int MOST = 100;

    private ImagesCheck() {}

    /// A finding for each image that is missing, damaged or of another kind; reads the files.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public static List<Finding> findings(Study study, StudyImages images)
            throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        add("pool.jsonl", study.pool(), images, found);
        add("tests.jsonl", study.tests(), images, found);
        return found;
    }

    private static void add(
            String file, List<Example> examples, StudyImages images, List<Finding> found)
            throws InterruptedException {
        int row = 0;
        for (Example example : examples) {
            if ((row++ & 0xfff) == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (StudyImage image : example.images()) {
                if (found.size() < MOST
                        && images.read(image) instanceof StudyImages.Unreadable(String reason)) {
                    String[] parts = reason.split("; ", 2);
                    found.add(
                            new Finding(
                                    Finding.Kind.FILE,
                                    file,
                                    0,
                                    List.of(example.id()),
                                    "the image %s of \"%s\" %s"
                                            .formatted(image.shortName(), example.id(), parts[0]),
                                    parts.length > 1 ? parts[1] : ""));
                }
            }
        }
    }
}

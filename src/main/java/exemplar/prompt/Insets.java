package exemplar.prompt;

import exemplar.model.Example;
import exemplar.model.RenderedPrompt;
import exemplar.model.RenderedPrompt.Inset;
import exemplar.model.RenderedPrompt.Turn;
import exemplar.model.Role;
import exemplar.template.syntax.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the images of examples stand in a prompt: each example's before what the prompt says of
/// it, so that a model reads them together.
///
/// @param problems images that have no place; such a prompt is not sent without them
record Insets(List<Inset> images, List<PromptProblem> problems) {

    static List<Inset> of(Example example, boolean demo, int at) {
        return example.images().stream().map(i -> new Inset(at, i, example.id(), demo)).toList();
    }

    static Inset at(Inset inset, int at) {
        return new Inset(at, inset.image(), inset.example(), inset.demo());
    }

    /// The places in a prompt that one template wrote.
    static Insets place(RenderedPrompt prompt, List<Example> demos, Example item) {
        List<Segment> segments = Segment.of(prompt);
        List<Inset> images = new ArrayList<>();
        List<PromptProblem> problems = new ArrayList<>();
        for (Example demo : demos) {
            if (demo.images().isEmpty()) {
                continue;
            }
            Optional<Segment> shown = segments.stream().filter(s -> s.shows(demo)).findFirst();
            shown.ifPresent(s -> images.addAll(of(demo, true, s.start())));
            if (shown.isEmpty()) {
                problems.add(
                        problem(
                                "nothing is said of the demonstration '"
                                        + demo.id()
                                        + "', so its images have no place"));
            }
        }
        images.addAll(of(item, false, place(prompt, segments)));
        images.sort(Comparator.comparingInt(Inset::at));
        if (prompt.isChat()) {
            for (Inset image : images) {
                boolean seen =
                        prompt.turns().stream()
                                .anyMatch(t ->
                                        t.role() == Role.USER
                                                && image.at() >= t.start()
                                                && image.at() <= t.end());
                if (!seen) {
                    problems.add(
                            problem(
                                    "the images of '"
                                            + image.example()
                                            + "' would stand outside of the user's messages, which"
                                            + " alone show images"));
                }
            }
        }
        return new Insets(images, problems.stream().distinct().toList());
    }

    /// Of an item that is an image and nothing else: the end of the user's last message.
    private static int place(RenderedPrompt prompt, List<Segment> segments) {
        return segments.stream()
                .filter(s -> s.kind() == Segment.Kind.ITEM)
                .findFirst()
                .map(Segment::start)
                .or(() ->
                        prompt.turns().reversed().stream()
                                .filter(t -> t.role() == Role.USER)
                                .findFirst()
                                .map(Turn::end))
                .orElse(prompt.text().length());
    }

    private static PromptProblem problem(String message) {
        return new PromptProblem("template", new Problem(Problem.Kind.ERROR, message, 0, 1, 1));
    }
}

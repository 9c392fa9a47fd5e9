package exemplar.study.runs;

import static org.assertj.core.api.Assertions.assertThat;

import exemplar.backend.Answerer;
import exemplar.backend.Backend;
import exemplar.backend.Fault;
import exemplar.backend.Outcome;
import exemplar.backend.Request;
import exemplar.backend.Secret;
import exemplar.backend.anthropic.AnthropicBackend;
import exemplar.backend.gateway.Gateway;
import exemplar.backend.gateway.Machine;
import exemplar.backend.gateway.Opener;
import exemplar.backend.gateway.RetryPolicy;
import exemplar.backend.gemini.GeminiBackend;
import exemplar.backend.mock.MockServer;
import exemplar.backend.mock.Trouble;
import exemplar.backend.openai.Dialect;
import exemplar.backend.openai.OpenAiBackend;
import exemplar.backend.wire.Patience;
import exemplar.backend.wire.Wire;
import exemplar.compare.Prepared;
import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Message;
import exemplar.model.Order;
import exemplar.model.Picture;
import exemplar.model.PromptForm;
import exemplar.model.StudyImage;
import exemplar.model.Task;
import exemplar.prompt.OneTemplate;
import exemplar.prompt.Renderer;
import exemplar.prompt.Rendering;
import exemplar.prompt.StarterDesigns;
import exemplar.study.Examples;
import exemplar.study.Study;
import exemplar.study.folder.StudyImages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Images of examples on their way into prompts.
@Timeout(60)
class ImagesTest {
    private static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text"),
                    "animal",
                    List.of(new Label("cat", "cat"), new Label("dog", "dog")),
                    "Which animal is it?",
                    List.of("accuracy"));

    @TempDir Path folder;
    private StudyImage red;
    private StudyImage green;
    private StudyImage blue;
    private List<Example> demos;
    private Example item;

    @BeforeEach
    void takeIn() throws IOException {
        red = put("red", ".png", "\u0089PNG\r\n\u001a\n");
        green = put("green", ".jpg", "\u00ff\u00d8\u00ff\u00e0");
        blue = put("blue!", ".gif", "GIF89a");
        demos =
                List.of(
                        Example.of("d1", Map.of("text", "it purrs"), "cat")
                                .withImages(List.of(red)),
                        Example.of("d2", Map.of("text", "no image here"), "dog"),
                        Example.of("d3", Map.of("text", "it barks"), "dog")
                                .withImages(List.of(green, red)));
        item = Example.of("t1", Map.of("text", "it sleeps"), "cat").withImages(List.of(blue));
    }

    private StudyImage put(String content, String ending, String magic) throws IOException {
        byte[] bytes = (magic + content).getBytes(StandardCharsets.ISO_8859_1);
        String sha256 = Picture.of("image/png", bytes).sha256();
        Files.createDirectories(folder.resolve("images"));
        Files.write(folder.resolve("images").resolve(sha256 + ending), bytes);
        return StudyImage.of(sha256);
    }

    private static Design design(Layout layout) {
        return StarterDesigns.of(TASK).getLast().withLayout(layout).withOrder(Order.AS_SELECTED);
    }

    private Prepared prepared(Rendering rendering) {
        assertThat(rendering.problems()).isEmpty();
        StudyImages.Shown shown = new StudyImages(folder).of(rendering.prompt());
        assertThat(shown).isInstanceOf(StudyImages.All.class);
        return new Prepared(
                rendering.prompt(),
                List.of(),
                exemplar.backend.Sampling.greedy(4),
                ((StudyImages.All) shown).pictures());
    }

    private String base64(StudyImage image) {
        return ((StudyImages.Found) new StudyImages(folder).read(image)).picture().base64();
    }

    private List<Message> messages(Rendering rendering) {
        return ((Request.Chat) prepared(rendering).input()).messages();
    }

    @Test
    void asTurnsEachImageStandsInTheMessageOfItsExample() {
        List<Message> users =
                messages(Renderer.render(design(Layout.CHAT_TURNS), TASK, demos, item)).stream()
                        .filter(m -> m.role() == exemplar.model.Role.USER)
                        .toList();
        assertThat(users).hasSize(4);
        assertThat(shas(users.get(0))).containsExactly(red.sha256());
        assertThat(shas(users.get(1))).isEmpty();
        assertThat(shas(users.get(2))).containsExactly(green.sha256(), red.sha256());
        assertThat(shas(users.get(3))).containsExactly(blue.sha256());
        assertThat(users.get(2).pictures().getFirst().mimeType()).isEqualTo("image/jpeg");
        assertThat(users.get(2).parts().getFirst()).isInstanceOf(Message.Shown.class);
    }

    @Test
    void inOneMessageEachStandsBeforeWhatIsSaidOfItsExample() {
        Message user =
                messages(Renderer.render(design(Layout.CHAT_MESSAGE), TASK, demos, item)).getLast();
        List<String> order = new ArrayList<>();
        for (Message.Part part : user.parts()) {
            order.add(
                    switch (part) {
                        case Message.Shown(Picture p) -> p.sha256();
                        case Message.Words(String text) -> text;
                    });
        }
        int purrs = index(order, "it purrs");
        int barks = index(order, "it barks");
        int sleeps = index(order, "it sleeps");
        assertThat(order.indexOf(red.sha256())).isEqualTo(purrs - 1);
        assertThat(order.subList(barks - 2, barks)).containsExactly(green.sha256(), red.sha256());
        assertThat(order.indexOf(blue.sha256())).isEqualTo(sleeps - 1);
        assertThat(order.get(purrs)).contains("no image here").doesNotContain("it barks");
    }

    private static int index(List<String> parts, String text) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError(text + " is not in " + parts);
    }

    private static List<String> shas(Message message) {
        return message.pictures().stream().map(Picture::sha256).toList();
    }

    @Test
    void anItemThatIsAnImageAndNothingElseIsShown() {
        Design bare =
                design(Layout.CHAT_TURNS)
                        .withForm(
                                new PromptForm.Parts("", "", "", "{{ gold }}", "\n", "{{ text }}"));
        Example mute = Example.of("t", Map.of("text", ""), "").withImages(List.of(blue));
        List<Message> messages = messages(Renderer.render(bare, TASK, demos.subList(0, 1), mute));
        assertThat(messages.getLast().content()).isEmpty();
        assertThat(shas(messages.getLast())).containsExactly(blue.sha256());
    }

    @Test
    void aTemplateWrittenInOnePieceShowsTheSame() {
        for (Layout layout : List.of(Layout.CHAT_TURNS, Layout.CHAT_MESSAGE)) {
            Design parts = design(layout);
            List<Message> before = messages(Renderer.render(parts, TASK, demos, item));
            OneTemplate.of(parts, TASK, demos, item)
                    .ifPresent(one ->
                            assertThat(messages(Renderer.render(one, TASK, demos, item)))
                                    .isEqualTo(before));
            Design free =
                    parts.withLayout(Layout.CHAT_TURNS)
                            .withForm(
                                    new PromptForm.Free(
                                            "{% for demo in demos %}{{ turn.user }}Look: {{ demo.text }}"
                                                    + "{{ turn.assistant }}{{ demo.gold }}{% endfor %}"
                                                    + "{{ turn.user }}Look: {{ item.text }}"));
            List<Message> said = messages(Renderer.render(free, TASK, demos, item));
            assertThat(said.stream().map(ImagesTest::shas).toList())
                    .containsExactly(
                            List.of(red.sha256()),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(green.sha256(), red.sha256()),
                            List.of(),
                            List.of(blue.sha256()));
            assertThat(said.getFirst().content()).isEqualTo("Look: it purrs");
        }
    }

    @Test
    void anImageWithoutAPlaceIsAProblemThatNamesItsExample() {
        Design free =
                design(Layout.CHAT_MESSAGE)
                        .withForm(new PromptForm.Free("{{ demos|length }} of {{ item.text }}"));
        assertThat(Renderer.render(free, TASK, demos, item).problems())
                .anySatisfy(p -> assertThat(p.sentence()).contains("'d1'", "no place"));
        Design system =
                design(Layout.CHAT_TURNS)
                        .withForm(
                                new PromptForm.Free(
                                        "{{ turn.system }}{% for d in demos %}{{ d.text }} {% endfor %}"
                                                + "{{ turn.user }}{{ item.text }}"));
        assertThat(Renderer.render(system, TASK, demos, item).problems())
                .anySatisfy(p -> assertThat(p.sentence()).contains("'d1'", "user's messages"));
    }

    @Test
    void whatCannotBeShownIsRefusedWithTheExampleAndTheReason() throws IOException {
        Rendering chat = Renderer.render(design(Layout.CHAT_TURNS), TASK, demos, item);
        Path file = folder.resolve("images").resolve(blue.sha256() + ".gif");
        byte[] good = Files.readAllBytes(file);
        assertThat(reason(Renderer.render(design(Layout.COMPLETION), TASK, demos, item)))
                .contains("'d1'", "chat layout");
        Files.delete(file);
        assertThat(reason(chat)).contains("'t1'", blue.shortName(), "not in the study's folder");
        Files.write(file, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(reason(chat)).contains("'t1'", "no PNG, JPEG, GIF or WebP");
        byte[] changed = Arrays.copyOf(good, good.length + 1);
        Files.write(file, changed);
        assertThat(reason(chat)).contains("'t1'", "changed");
        try (var large = Files.newOutputStream(file)) {
            large.write(good);
            large.write(new byte[20_000_001]);
        }
        assertThat(reason(chat)).contains("'t1'", "20 MB");
        Files.write(file, good);
        assertThat(prepared(chat).pictures()).hasSize(3);
        Example odd = item.withImages(List.of(StudyImage.of("../../etc/passwd")));
        assertThat(reason(Renderer.render(design(Layout.CHAT_TURNS), TASK, demos, odd)))
                .contains("SHA-256")
                .doesNotContain("cannot be read");
    }

    private String reason(Rendering rendering) {
        return ((StudyImages.Missing) new StudyImages(folder).of(rendering.prompt())).reason();
    }

    @Test
    void theHashOfAPromptTellsItsImagesApart() {
        Design turns = design(Layout.CHAT_TURNS);
        String shown = prepared(Renderer.render(turns, TASK, demos, item)).hash();
        Example other = item.withImages(List.of(green));
        assertThat(prepared(Renderer.render(turns, TASK, demos, other)).hash()).isNotEqualTo(shown);
        assertThat(prepared(Renderer.render(turns, TASK, demos, item.withImages(List.of()))).hash())
                .isNotEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "gemini"})
    void everyProtocolSendsARenderedDesignWithItsImagesInPlace(String protocol) throws IOException {
        List<String> sent = new ArrayList<>();
        try (MockServer server = MockServer.start(0, Trouble.NONE);
                Wire wire =
                        new Wire(
                                Patience.DEFAULT,
                                (call, status, headers, exchange) -> sent.add(exchange.request()));
                Backend backend = open(protocol, wire, server.base())) {
            for (Layout layout : List.of(Layout.CHAT_TURNS, Layout.CHAT_MESSAGE)) {
                sent.clear();
                Prepared prepared = prepared(Renderer.render(design(layout), TASK, demos, item));
                Outcome outcome =
                        backend.ask(
                                new Request("mock", prepared.input(), prepared.sampling()),
                                Answerer.Sink.NONE);
                assertThat(outcome).isInstanceOf(Outcome.Answered.class);
                String body = sent.getFirst();
                assertThat(body)
                        .containsSubsequence(
                                base64(red),
                                "it purrs",
                                base64(green),
                                base64(red),
                                "it barks",
                                base64(blue),
                                "it sleeps");
                assertThat(body).contains("image/jpeg", "image/gif");
                String kept = ((Outcome.Answered) outcome).reply().exchange().request();
                assertThat(kept)
                        .doesNotContain(base64(red))
                        .doesNotContain(base64(blue))
                        .containsSubsequence("sha256:" + red.sha256(), "it purrs")
                        .containsSubsequence("sha256:" + blue.sha256(), "it sleeps");
            }
        }
    }

    private static Backend open(String protocol, Wire wire, URI base) {
        Secret key = Secret.of("sk-images-0123456789");
        return switch (protocol) {
            case "anthropic" -> new AnthropicBackend(wire, base, key);
            case "gemini" ->
                    new GeminiBackend(
                            wire, URI.create(base.toString().replaceFirst("v1$", "v1beta")), key);
            default -> new OpenAiBackend(wire, base, Optional.of(key), Dialect.COMMON);
        };
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aModelThatSeesNoneIsNotAskedAndSaysWhy(Layout layout) throws IOException {
        Design design = design(layout);
        Study study =
                Study.of("seen", TASK)
                        .withDesigns(List.of(design))
                        .withPool(Examples.of(demos))
                        .withTests(Examples.of(List.of(item)));
        Prepared.Result result = StudyPrompts.of(study, folder).prepare(design.name(), "t1");
        if (layout == Layout.COMPLETION) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Prepared.Refused.class,
                            r -> assertThat(r.reason()).contains("chat layout"));
            return;
        }
        try (Gateway gateway =
                Machine.gateway(
                        new exemplar.backend.Places(folder.resolve("c"), folder.resolve("d")),
                        List.of(),
                        target -> new Opener.Unavailable("no files here"),
                        RetryPolicy.OFF)) {
            Prepared prepared = ((Prepared.Ready) result).prepared();
            Outcome outcome =
                    gateway.ask("mock", prepared.input(), prepared.sampling(), Answerer.Sink.NONE);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            f -> {
                                assertThat(f.fault()).isInstanceOf(Fault.Unable.class);
                                assertThat(f.fault().message())
                                        .contains("sees no images", "Nothing was sent");
                            });
        }
    }
}

package exemplar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// A skeleton and its controller fit: every id has a field of its type, every handler a method.
class FxmlTest {
    private static final String FX = "http://javafx.com/fxml";

    @TestFactory
    Stream<DynamicTest> everySkeletonFitsItsController() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("resources/ui"))) {
            return files.filter(f -> f.toString().endsWith(".fxml")).sorted().toList().stream()
                    .map(f -> DynamicTest.dynamicTest(f.toString(), () -> check(f)));
        }
    }

    private static void check(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        List<String> imports = imports(document);
        String controller = document.getDocumentElement().getAttributeNS(FX, "controller");
        Optional<Class<?>> type =
                controller.isEmpty() ? Optional.empty() : Optional.of(Class.forName(controller));
        List<String> wrong = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String id = element.getAttributeNS(FX, "id");
            if (!id.isEmpty() && type.isPresent()) {
                wrongField(type.get(), id, element.getTagName(), imports).ifPresent(wrong::add);
            }
            String handler = element.getAttribute("onAction");
            if (handler.startsWith("#") && type.isPresent()) {
                boolean there =
                        Stream.of(type.get().getDeclaredMethods())
                                .anyMatch(m -> m.getName().equals(handler.substring(1)));
                if (!there) {
                    wrong.add("no method " + handler);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> wrongField(
            Class<?> controller, String id, String tag, List<String> imports) {
        try {
            Field field = controller.getDeclaredField(id);
            if (!field.isAnnotationPresent(FXML.class)) {
                return Optional.of(id + " is not marked @FXML");
            }
            Optional<Class<?>> type = type(tag, imports);
            return type.isPresent() && !field.getType().isAssignableFrom(type.get())
                    ? Optional.of(id + " is no " + tag)
                    : Optional.empty();
        } catch (NoSuchFieldException e) {
            return Optional.of("no field " + id);
        }
    }

    private static Optional<Class<?>> type(String tag, List<String> imports) {
        for (String imported : imports) {
            String name =
                    imported.endsWith(".*")
                            ? imported.substring(0, imported.length() - 1) + tag
                            : imported;
            if (name.endsWith("." + tag)) {
                try {
                    return Optional.of(Class.forName(name, false, FxmlTest.class.getClassLoader()));
                } catch (ClassNotFoundException e) {
                    // A star import of another package.
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> imports(Document document) {
        List<String> imports = new ArrayList<>();
        for (Node n = document.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                    && n.getNodeName().equals("import")) {
                imports.add(n.getNodeValue().strip());
            }
        }
        return imports;
    }
}

package exemplar.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the static skeleton of a view. The controller is made by the caller, with all it needs,
/// and put in place of the one the file names.
public final class Fxml {
    private Fxml() {}

    /// Loads `/ui/….fxml` with this controller.
    ///
    /// @param path absolute path of the resource
    public static Parent load(String path, Object controller, ResourceBundle texts) {
        URL url =
                Optional.ofNullable(Fxml.class.getResource(path))
                        .orElseThrow(() -> new IllegalArgumentException("no resource " + path));
        FXMLLoader loader = new FXMLLoader(url, texts);
        loader.setControllerFactory(type -> {
            if (!type.isInstance(controller)) {
                throw new IllegalArgumentException(path + " wants a " + type.getName());
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}

package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The shared libraries of one engine as files.
///
/// @param name how people call it
/// @param files in the order they are loaded, the one with the engine's functions last
/// @param plugins a folder with one further library a kind of processor, of which the engine takes
///   the fitting ones
record LibraryFiles(String name, List<Path> files, Optional<Path> plugins) {
    static final String BUNDLED = "bundled";

    private static final Map<List<Path>, Native> OPEN = new LinkedHashMap<>();

    LibraryFiles {
        files = List.copyOf(files);
    }

    /// The one that comes with this program.
    static LibraryFiles bundled(Path cache) throws IOException, EngineFault {
        return new LibraryFiles(BUNDLED, List.of(Bundled.extracted(cache)), Optional.empty());
    }

    /// The engine of a folder with the libraries of a llama.cpp build, such as `libggml-base.so`,
    /// `libggml.so`, `libllama.so`.
    static LibraryFiles in(Path folder, String name) throws IOException, EngineFault {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            throw new EngineFault("There is no folder " + folder + ".");
        }
        List<Path> all;
        try (Stream<Path> inside = Files.list(folder)) {
            all = inside.filter(LibraryFiles::isLibrary).sorted().toList();
        }
        for (String stem : List.of("ggml-base", "ggml", "llama")) {
            all.stream().filter(p -> stem(p).equals(stem)).findFirst().ifPresent(found::add);
        }
        if (found.isEmpty() || !stem(found.getLast()).equals("llama")) {
            throw new EngineFault(
                    folder
                            + " holds no llama.cpp: there is no libllama.so, libllama.dylib or"
                            + " llama.dll in it.");
        }
        boolean plugins = all.stream().anyMatch(p -> stem(p).startsWith("ggml-cpu"));
        return new LibraryFiles(
                name, found, plugins ? Optional.of(folder.toAbsolutePath()) : Optional.empty());
    }

    static boolean isLibrary(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
    }

    /// The library's name without what systems and versions put around it.
    private static String stem(Path file) {
        return String.valueOf(file.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^lib", "")
                .replaceFirst("(\\.v?\\d+)*(\\.v?[\\d.]+)?\\.(so|dylib|dll)$", "");
    }

    /// Loads the libraries, once in the life of the process, and finds the layout that fits them.
    ///
    /// @throws EngineFault with a sentence when they cannot be loaded or fit no known layout
    Native open() throws EngineFault {
        synchronized (OPEN) {
            Native known = OPEN.get(files);
            if (known != null) {
                return known;
            }
            Symbols symbols = Symbols.load(files);
            Native fresh = fitting(symbols);
            symbols.quiet();
            if (plugins.isPresent() && symbols.has("ggml_backend_load_all_from_path")) {
                try (Arena arena = Arena.ofConfined()) {
                    Symbols.run(
                            symbols.find(
                                    "ggml_backend_load_all_from_path",
                                    FunctionDescriptor.ofVoid(ADDRESS)),
                            arena.allocateFrom(plugins.get().toString()));
                }
            }
            Symbols.run(symbols.find("llama_backend_init", FunctionDescriptor.ofVoid()));
            OPEN.put(files, fresh);
            return fresh;
        }
    }

    private Native fitting(Symbols symbols) throws EngineFault {
        List<String> versions = new ArrayList<>();
        for (Layout layout : Layout.known()) {
            try {
                return new Native(symbols, layout);
            } catch (EngineFault e) {
                versions.add(layout.version());
            }
        }
        throw new EngineFault(
                "The engine library %s is of no version this program knows (%s). It is not used."
                        .formatted(name, String.join(", ", versions)));
    }
}

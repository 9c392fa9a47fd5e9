package exemplar.backend.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shared libraries of one engine, loaded for the life of the process, and their functions by
/// name.
final class Symbols {
    private static final Logger LOG = LoggerFactory.getLogger(Symbols.class);

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup lookup;

    private Symbols(SymbolLookup lookup) {
        this.lookup = lookup;
    }

    /// Loads libraries in the given order.
    static Symbols load(List<Path> files) throws EngineFault {
        waitWithoutSpinning();
        SymbolLookup all = name -> java.util.Optional.empty();
        for (Path file : files) {
            try {
                all = SymbolLookup.libraryLookup(file, Arena.global()).or(all);
            } catch (IllegalArgumentException e) {
                throw new EngineFault(
                        "The engine library "
                                + file.getFileName()
                                + " could not be loaded: it is damaged or for another system, or a"
                                + " library it needs is missing. The one that comes with the program"
                                + " needs the package libgomp1 (OpenMP) on Linux.");
            }
        }
        return new Symbols(all);
    }

    /// Threads of the library that wait for each other give the processor away. By default they
    /// spin, which makes an evaluation twenty times slower as soon as another program is busy. Read
    /// by OpenMP when it is loaded, so it is said before; what the person set stays.
    private static void waitWithoutSpinning() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup()
                .find("setenv")
                .ifPresent(address -> {
                    try (Arena arena = Arena.ofConfined()) {
                        run(
                                linker.downcallHandle(
                                        address,
                                        FunctionDescriptor.of(
                                                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)),
                                arena.allocateFrom("OMP_WAIT_POLICY"),
                                arena.allocateFrom("PASSIVE"),
                                0);
                    }
                });
    }

    boolean has(String name) {
        return lookup.find(name).isPresent();
    }

    MethodHandle find(String name, FunctionDescriptor descriptor) throws EngineFault {
        MemorySegment address =
                lookup.find(name)
                        .orElseThrow(() ->
                                new EngineFault(
                                        "The engine library has no function "
                                                + name
                                                + "; it is not the version expected."));
        return linker.downcallHandle(address, descriptor);
    }

    /// A function of ours that the library may call.
    MemorySegment stub(MethodHandle target, FunctionDescriptor descriptor, Arena arena) {
        return linker.upcallStub(target, descriptor, arena);
    }

    /// Sends what the library has to say to our own log.
    void quiet() throws EngineFault {
        try {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findStatic(
                                    Symbols.class,
                                    "log",
                                    MethodType.methodType(
                                            void.class,
                                            int.class,
                                            MemorySegment.class,
                                            MemorySegment.class));
            MemorySegment stub =
                    stub(
                            target,
                            FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
                            Arena.global());
            run(
                    find("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS)),
                    stub,
                    MemorySegment.NULL);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private static void log(int level, MemorySegment text, MemorySegment data) {
        if (LOG.isDebugEnabled() && !text.equals(MemorySegment.NULL)) {
            String words = text.reinterpret(4096).getString(0, StandardCharsets.UTF_8).strip();
            LOG.debug("{}", words);
        }
    }

    static Object run(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a native function threw", e);
    }
}

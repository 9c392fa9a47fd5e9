package exemplar.backend.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginePackageTest {

    @Test
    void eachKindOfMachineHasItsPackage() {
        assertThat(platform("Linux", "amd64", Optional.empty())).contains("linux-x64");
        assertThat(platform("Linux", "amd64", Optional.of("cuda"))).contains("linux-x64-cuda");
        assertThat(platform("Mac OS X", "aarch64", Optional.empty())).contains("mac-arm64-metal");
        assertThat(platform("Windows 11", "amd64", Optional.empty())).contains("win-x64");
        assertThat(platform("Linux", "riscv64", Optional.empty())).isEmpty();
    }

    private static Optional<String> platform(
            String system, String processor, Optional<String> variant) {
        return EnginePackage.of(system, processor, variant).map(EnginePackage::platform);
    }
}

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

    @Test
    void whatNpmSaysIsTakenFromTheLineThatSaysMoreThanACode() {
        assertThat(
                        EnginePackage.reason(
                                """
                                npm error code ECONNREFUSED
                                npm error errno ECONNREFUSED
                                npm error FetchError: request to http://127.0.0.1:9/x failed
                                npm error A complete log of this run can be found in: /x
                                """))
                .isEqualTo("FetchError: request to http://127.0.0.1:9/x failed");
        assertThat(EnginePackage.reason("npm error code E404\n")).isEqualTo("code E404");
        assertThat(EnginePackage.reason("tar: cannot open\n")).isEqualTo("tar: cannot open");
        assertThat(EnginePackage.reason("")).isEqualTo("it said nothing");
    }

    private static Optional<String> platform(
            String system, String processor, Optional<String> variant) {
        return EnginePackage.of(system, processor, variant).map(EnginePackage::platform);
    }
}

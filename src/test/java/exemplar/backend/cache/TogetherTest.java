package exemplar.backend.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TogetherTest {
    private static final int ROWS = 400;

    @TempDir Path folder;

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rows.sqlite"));
    }

    /// Everything but multiples of ten is allowed in.
    private Connection table() throws SQLException {
        Connection connection = open();
        try (Statement s = connection.createStatement()) {
            s.execute("create table rows (n integer check (n % 10 <> 0))");
        }
        return connection;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 5_000})
    void eachThreadFindsItsRowInTheFileAndHearsOnlyOfItsOwnFailure(int gatheredMicros)
            throws Exception {
        try (Connection connection = table();
                Connection other = open();
                PreparedStatement insert =
                        connection.prepareStatement("insert into rows values (?)");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Together<Integer> together =
                    new Together<>(
                            connection,
                            n -> {
                                insert.setInt(1, n);
                                insert.executeUpdate();
                            },
                            Duration.ofNanos(gatheredMicros * 1_000L));
            AtomicInteger refused = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                int n = i;
                all.add(
                        threads.submit(() -> {
                            if (n % 7 == 0) {
                                // Who is stopped has its answer kept all the same.
                                Thread.currentThread().interrupt();
                            }
                            try {
                                together.write(n);
                                assertThat(n % 10).isNotZero();
                            } catch (SQLException e) {
                                assertThat(n % 10).isZero();
                                refused.incrementAndGet();
                            }
                            return n;
                        }));
            }
            for (Future<?> one : all) {
                assertThat(one.get()).isNotNull();
            }
            assertThat(refused).hasValue(ROWS / 10);
            try (Statement s = other.createStatement();
                    ResultSet r = s.executeQuery("select count(distinct n), count(*) from rows")) {
                assertThat(r.getInt(1)).isEqualTo(ROWS - ROWS / 10);
                assertThat(r.getInt(2)).isEqualTo(ROWS - ROWS / 10);
            }
        }
    }

    @Test
    void whatGoesWrongWithoutASqlFaultLeavesNobodyWaiting() throws Exception {
        try (Connection connection = table();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Together<Integer> together =
                    new Together<>(
                            connection,
                            n -> {
                                throw new IllegalStateException("broken");
                            });
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                int n = i;
                all.add(
                        threads.submit(() -> {
                            together.write(n);
                            return n;
                        }));
            }
            for (Future<?> one : all) {
                assertThat(one).failsWithin(Duration.ofSeconds(30));
            }
        }
    }
}

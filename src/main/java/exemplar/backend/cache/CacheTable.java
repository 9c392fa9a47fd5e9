package exemplar.backend.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The table that answers are kept in.
final class CacheTable {
    private CacheTable() {}

    /// Rows stand apart from the index of their keys: a look-up that has to step over whole answers
    /// takes five times as long. A file of the earlier layout is changed to this one.
    ///
    /// @param all the names of its columns
    static void create(Statement s, String all) throws SQLException {
        String columns =
                "key text primary key not null, model text not null, backend text not null,"
                        + " at integer not null, text text not null, reasoning text not null,"
                        + " finish text not null, prompt_tokens integer, answer_tokens integer,"
                        + " latency_us integer not null, first_us integer not null,"
                        + " request text not null, reply text not null";
        s.execute("begin immediate");
        try {
            boolean earlier;
            try (ResultSet row =
                    s.executeQuery(
                            "select 1 from sqlite_master where name = 'answers'"
                                    + " and sql like '%without rowid%'")) {
                earlier = row.next();
            }
            if (earlier) {
                s.execute("alter table answers rename to answers_before");
            }
            s.execute("create table if not exists answers (" + columns + ")");
            if (earlier) {
                s.execute(
                        "insert into answers (" + all + ") select " + all + " from answers_before");
                s.execute("drop table answers_before");
            }
            s.execute("commit");
        } catch (SQLException e) {
            s.execute("rollback");
            throw e;
        }
    }
}

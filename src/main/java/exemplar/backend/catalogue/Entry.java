package exemplar.backend.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A model that can be fetched.
///
/// @param name what it is called here
/// @param title for a person
/// @param url the file on its public hub
/// @param bytes size of the file; 0 when only the hub knows
/// @param sha256 its checksum, hexadecimal; empty when only the hub knows
/// @param licence short name of its licence
/// @param terms where the licence is written
/// @param mustAccept whether a person has to accept the licence first
/// @param python packages of the Python index that hold the file, or its parts in order
public record Entry(
        String name,
        String title,
        URI url,
        long bytes,
        Optional<String> sha256,
        String licence,
        String terms,
        boolean mustAccept,
        List<String> python) {
    public Entry {
        python = List.copyOf(python);
    }
}

/// The one way onto the network for every backend that is a server: requests over the JDK's HTTP
/// client, read on the calling thread so that an interrupt stops them at any time, with limits on
/// time and size, a record of what was said without its secrets, and every failure told as a fault.
/// Also serves the provider modules of langchain4j. What the bodies mean lives in the rooms of the
/// providers.
@NullMarked
package exemplar.backend.wire;

import org.jspecify.annotations.NullMarked;

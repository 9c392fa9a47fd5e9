/// Where keys are kept: the operating system's keychain, or a file encrypted with a passphrase.
/// Nothing here logs, prints or puts a key in a message.
@NullMarked
package exemplar.backend.secret;

import org.jspecify.annotations.NullMarked;

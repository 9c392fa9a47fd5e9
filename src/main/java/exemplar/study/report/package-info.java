/// What a run says, put into one document: for machines as JSON, for people as a page that stands
/// on its own or as lines of text. It computes nothing that `compare` and `stats` do not.
@NullMarked
package exemplar.study.report;

import org.jspecify.annotations.NullMarked;

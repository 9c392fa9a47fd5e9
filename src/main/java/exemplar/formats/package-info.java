/// Prompts for other tools: a design with its demonstrations written in another tool's format, a
/// list of what that format cannot say before anything is written, and a second reading of what was
/// written that compares it with the prompts as they are sent here. One class a format; a new one
/// passes the same suite. Importing data is `study.importing`.
@NullMarked
package exemplar.formats;

import org.jspecify.annotations.NullMarked;

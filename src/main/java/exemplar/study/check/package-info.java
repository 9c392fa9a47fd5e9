/// What is wrong with a study as a whole, as a list of findings: its task, designs and comparisons,
/// the fields and gold outputs of its examples, texts that stand twice, test items that stand in
/// the pool. Problems of files are found when they are read, problems of templates by who renders
/// them.
@NullMarked
package exemplar.study.check;

import org.jspecify.annotations.NullMarked;

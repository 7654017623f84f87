/**
 * What was agreed: SPA Articles 1, 4 and 5 as values. It imports the JDK only and is read by every other folder.
 *
 * <p>{@link io.earnout.terms.Agreement} holds the shares and the years; {@link io.earnout.terms.AssessmentYear} a
 * target and its tranche; {@link io.earnout.terms.Readings} the five points that the text leaves open, each choice
 * with its own arithmetic; {@link io.earnout.terms.ReadingSwitch} lists them; {@link io.earnout.terms.Clause} is what
 * every rule cites.
 */
package io.earnout.terms;

/**
 * How each number was calculated, cell by cell: an explanation is a result, for the terminal, the report and the papers to
 * show. It imports the domain.
 */
package io.earnout.present.explain;

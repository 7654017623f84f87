/**
 * How each number was calculated, cell by cell: an explanation is a result, which the terminal, the report and the documents
 * show. It imports the domain.
 */
package io.earnout.present.explain;

/**
 * Questions about one agreement, answered on the terminal without a run: how its numbers came about, and what would follow if
 * a year came out so. It imports the domain, the input, the derivations, and of the output what the input's work needs.
 */
package io.earnout.inquiry;

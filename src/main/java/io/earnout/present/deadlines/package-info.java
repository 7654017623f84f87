/** The deadlines as a calendar that mail and phone show: {@code deadlines.ics}. */
package io.earnout.present.deadlines;

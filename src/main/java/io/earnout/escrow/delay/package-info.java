/** Who is liable for the days of a late release, and the penalty (SPA 8.2, EA 5.2). */
package io.earnout.escrow.delay;

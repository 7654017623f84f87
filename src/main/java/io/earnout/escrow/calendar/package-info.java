/** Business days and deadlines (EA 1.1, 3.2; SPA 5.1, 11.3). */
package io.earnout.escrow.calendar;

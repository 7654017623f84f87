/** Which reports count (SPA 4.2), and which agreement of all parties is in force (SPA 5.3). */
package io.earnout.escrow.review;

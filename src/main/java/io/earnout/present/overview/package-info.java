/** What people look at: the totals of a run, and its agreements, or in a large portfolio the most pressing of them. */
package io.earnout.present.overview;

/** What differs from the previous run, with its cause: {@code changes.csv}. */
package io.earnout.present.changes;

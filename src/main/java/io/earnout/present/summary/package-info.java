/** A run on one screen, for console and mail: what to do first, then where the shares are. */
package io.earnout.present.summary;

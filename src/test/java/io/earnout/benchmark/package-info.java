/**
 * What the job costs: a portfolio of any size, the job and a plain loop over it, and their times side by side. Nothing
 * here is part of the program.
 */
package io.earnout.benchmark;

package io.earnout.batch;

/** Is told how far a run is. */
public interface Progress {

    Progress NONE = (more, percent) -> {};

    /**
     * More agreements were settled.
     *
     * @param percent how much of the input has been read
     */
    void settled(long more, int percent);
}

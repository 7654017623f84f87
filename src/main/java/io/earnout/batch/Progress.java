package io.earnout.batch;

/** Is told how far a run is. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void checked(long more) {}

        @Override
        public void settled(long more, long all) {}
    };

    /** More agreements were checked; how many there are is not known yet. */
    void checked(long more);

    /** The number of agreements settled so far, and of all. */
    void settled(long more, long all);
}

package io.earnout.present.report;

/** A picture in a page, with a description for those who can't see it; the page scales it to its own width. */
public interface Picture {

    /** How wide every picture is, in its own units. */
    int WIDTH = 900;

    /** With more columns than this only every fifth is named. */
    int MOST_NAMED = 20;

    int height();

    /** By which the page refers to it; once in a page. */
    String id();

    /** Its title. */
    String title();

    /** Its content in words. */
    String description();

    /** The unit of its axis; empty where it has none. */
    default String unit() {
        return "";
    }

    /**
     * A filled part of a picture.
     *
     * @param part by which the style of the page fills it
     */
    record Box(String part, int x, int y, int width, int height) {

        /** Between two heights; what is not zero is high enough to be seen. */
        static Box upright(String part, int x, int width, int bottom, int top) {
            int height = Math.max(1, bottom - top);
            return new Box(part, x, bottom - height, width, height);
        }

        /** Whether a pattern tells it apart where there are no colours. */
        public boolean isHatched() {
            return switch (part) {
                case "held", "deducted", "returned" -> true;
                default -> false;
            };
        }
    }
}
